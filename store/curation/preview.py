"""What a draft would look like: who would get what, what was written, and what is still missing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from iccn.money.fields import RupiahFormField
from iccn.money.rupiah import Rupiah
from store.curation import fields, rules, variants
from store.curation.models import Submission
from store.curation.variants import Kept, Table
from store.pricing.services import Breakdown, breakdown_for


def of_submission(submission: Submission, *, reader: str = "") -> Breakdown | None:
    """Who gets what of the price that was sent; the draft's own figures while it is one.

    `reader` is what the artisan is called in it: "Anda" on her own pages.
    """
    if submission.wished_price is None or submission.is_writable:
        return of_typed(submission, reader=reader)
    return _breakdown(submission, submission.wished_price, reader)


def of_typed(submission: Submission, *, reader: str = "") -> Breakdown | None:
    """Who would get what of the price typed so far; None while there is none."""
    price = amount_typed(submission.typed, "wished_price")
    return _breakdown(submission, price, reader) if price else None


def amount_typed(typed: Mapping[str, str], name: str) -> Rupiah | None:
    try:
        return RupiahFormField(min_value=1).clean(typed.get(name, ""))
    except ValidationError:
        return None


def _breakdown(submission: Submission, price: Rupiah, reader: str) -> Breakdown:
    return breakdown_for(
        price=price,
        partner_share_basis_points=submission.artisan.share_basis_points,
        chapter=submission.chapter,
        artisan_name=reader,
    )


def floor_words_of(submission: Submission) -> str:
    """Words when the typed price does not cover the typed making cost; empty when it does or either is missing."""
    price, cost = (amount_typed(submission.typed, name) for name in ("wished_price", "making_cost"))
    if price is None or cost is None:
        return ""
    lowest = rules.lowest_price(int(cost), submission.artisan.share_basis_points)
    if int(price) < lowest:
        return fields.floor_words(lowest)
    return fields.variant_floor_words(variants_typed(submission), lowest)


def variants_typed(submission: Submission) -> list[Kept]:
    """The variants as typed so far; none while there is something wrong with them."""
    is_made_to_order = submission.typed.get("availability") == fields.TO_ORDER
    try:
        return variants.read(Table.read(submission.typed), is_made_to_order=is_made_to_order)
    except ValidationError:
        return []


def variant_lines(submission: Submission) -> list[str]:
    """The variants that were sent, one line each."""
    is_made_to_order = submission.typed.get("availability") == fields.TO_ORDER
    return variants.lines_of(submission.variants, is_made_to_order=is_made_to_order)


def summary(submission: Submission) -> list[dict[str, Any]]:
    """Every step with its questions and what was typed; pictures stand in their own step."""
    return [
        {
            "step": step,
            "name": fields.STEP_NAMES[step],
            "rows": rows_of(fields.STEPS[step](submission.typed)) if step in fields.STEPS else [],
        }
        for step in fields.ORDER
        if step != fields.CHECK
    ]


def rows_of(form: forms.Form) -> list[dict[str, Any]]:
    return [
        {
            "label": bound.label,
            "value": value_shown(bound),
            "is_missing": bound.field.required and not bound.value(),
            "errors": bound.errors if bound.value() else [],
        }
        for bound in form
        if not (bound.name == "stock" and Table.read(form.data))  # each variant has its own
    ]


def value_shown(bound: forms.BoundField) -> str:
    """What was typed, as people read it: the category's name, Rp125.000, 30 cm."""
    if isinstance(bound.value(), Table):
        return variants_shown(bound)
    typed = str(bound.value() or "")
    clean = bound.form.cleaned_data.get(bound.name) if bound.form.is_bound and not bound.errors else None
    if isinstance(clean, Rupiah):
        return str(clean)
    if isinstance(bound.field, forms.ModelChoiceField):
        return clean.title if clean else ""
    suffix = fields.SUFFIXES.get(bound.name, "")
    return f"{typed} {suffix}".strip() if typed else ""


def variants_shown(bound: forms.BoundField) -> str:
    """One line a variant; what was typed while something is wrong with it."""
    if bound.errors:
        return "\n".join(", ".join(row.options.values()) for row in bound.value().filled)
    is_made_to_order = bound.form.data.get("availability") == fields.TO_ORDER
    kept = bound.form.cleaned_data[bound.name]
    return "\n".join(variants.lines_of(kept, is_made_to_order=is_made_to_order))


def errors_with_steps(errors: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The errors with a way to the box where each is mended."""
    labels = fields.labels()
    return [
        {
            "label": labels[name],
            "words": words,
            "url": f"../{fields.step_of(name)}/#id_{name}",
        }
        for name, words in errors.items()
    ]


def steps_at(submission: Submission, name: str) -> list[dict[str, Any]]:
    """The stepper: every step with its name and address; a step is done when all it asks is answered well."""
    return [
        {
            "label": fields.STEP_NAMES[one],
            "url": f"../{one}/",
            "state": "now" if one == name else "done" if is_done(submission, one) else "next",
        }
        for one in fields.ORDER
    ]


def is_done(submission: Submission, step: str) -> bool:
    if step == fields.PICTURES:
        return bool(submission.pictures.all())
    return step in fields.STEPS and fields.STEPS[step](submission.typed).is_valid()


def you() -> str:
    return _("Anda")

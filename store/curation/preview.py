"""What a draft would look like: who would get what, and what is still missing."""

from typing import Any

from django.core.exceptions import ValidationError

from iccn.money.fields import RupiahFormField
from iccn.money.rupiah import Rupiah
from store.curation import fields
from store.curation.models import Submission
from store.pricing.services import Breakdown, breakdown_for


def of_submission(submission: Submission) -> Breakdown | None:
    """Who gets what of the price that was sent; the draft's own figures while it is one."""
    if submission.wished_price is None:
        return of_typed(submission)
    return _breakdown(submission, submission.wished_price)


def of_typed(submission: Submission) -> Breakdown | None:
    """Who would get what of the price typed so far; None while there is none."""
    typed = submission.typed.get("wished_price", "")
    try:
        price = RupiahFormField(min_value=1).clean(typed)
    except ValidationError:
        return None
    return _breakdown(submission, price) if price else None


def _breakdown(submission: Submission, price: Rupiah) -> Breakdown:
    return breakdown_for(
        price=price,
        partner_share_basis_points=submission.artisan.share_basis_points,
        chapter=submission.chapter,
    )


def summary(submission: Submission) -> list[dict[str, Any]]:
    """Every field with its question and what was typed."""
    rows = []
    for step, form_class in fields.STEPS.items():
        form = form_class(submission.typed)
        for name, field in form.fields.items():
            value = submission.typed.get(name, "")
            rows.append({"label": field.label, "value": value, "step": step, "name": name})
    return rows


def errors_with_steps(submission: Submission, errors: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The errors with a way to the step where each is mended."""
    labels = {row["name"]: row["label"] for row in summary(submission)}
    return [
        {
            "label": labels.get(name, fields.STEP_NAMES[fields.PICTURES]),
            "words": words,
            "url": f"../{fields.step_of(name)}/",
        }
        for name, words in errors.items()
    ]

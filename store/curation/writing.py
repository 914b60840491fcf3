"""Writing a submission: the steps, the pictures, the last look before it is sent."""

from secrets import token_hex
from typing import Any, BinaryIO, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from iccn.media.services import keep_picture
from iccn.refusals import Refusal
from store.catalogue.options import OPTIONS
from store.catalogue.rules import MOST_VARIANTS
from store.curation import fields, preview, refusals, selectors, services, showing
from store.curation.changes import difference
from store.curation.models import MOST_PICTURES, Submission
from store.curation.uploads import uploaded
from store.curation.variants import KIND, KINDS, PRICE, STOCK, Table, cell
from store.curation.views import for_artisans, own
from store.partner.models import Partner

TEMPLATES = {fields.PICTURES: "pictures", "harga": "price"}
ROWS = "baris-pilihan"
ROWS_ASKED = frozenset({f"id_{KIND}", "tambah-baris"})  # the boxes that ask for other rows
THIRDS = frozenset({"length_cm", "width_cm", "height_cm"})  # stand beside each other


@for_artisans
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, artisan: Partner, submission_id: int, name: str) -> HttpResponse:
    """One step of the form. What is typed is kept whether it is right or not; errors stand beside the fields."""
    submission = own(artisan, submission_id)
    if not submission.is_writable:
        return redirect(submission)
    if request.method == "POST":
        return save_step(request, submission, name)
    return show_step(request, submission, name)


def save_step(request: HttpRequest, submission: Submission, name: str) -> HttpResponse:
    revision = request.POST.get("revision", "")
    saves_by_itself = bool(getattr(request, "htmx", False))
    try:
        saved = services.save_draft(
            submission=submission,
            user=request.user,  # type: ignore[arg-type]
            typed=request.POST.dict(),
            revision=int(revision) if revision.isdigit() else None,
            writer=request.POST.get("writer", ""),
        )
    except refusals.SavedElsewhere as refusal:
        if saves_by_itself:
            return render(request, "store/artisan/saved.html", {"refusal": refusal})
        return show_conflict(request, submission, name, refusal)
    if saves_by_itself:
        context = {"submission": saved, **price_context(saved, name), **rows_context(request, saved, name)}
        return render(request, "store/artisan/saved.html", context)
    if "stay" in request.POST:
        messages.success(request, _("Draf tersimpan."))
        place = f"#{ROWS}" if request.POST["stay"] == ROWS else ""
        return redirect(f"{reverse('curation:step', args=[saved.pk, name])}{place}")
    if complaints(saved, name):
        return show_step(request, saved, name, status=422)
    return redirect(following(saved, name))


def show_conflict(
    request: HttpRequest, submission: Submission, name: str, refusal: refusals.SavedElsewhere
) -> HttpResponse:
    """What this page holds, and beside it what the other device saved; saving again takes this page's."""
    there = submission.typed
    submission.typed = {**there, **request.POST.dict()}
    return show_step(request, submission, name, status=409, refusal=refusal, there=there)


def following(submission: Submission, name: str) -> str:
    """The address of the next step."""
    after = fields.ORDER[fields.ORDER.index(name) + 1]
    if after == fields.CHECK:
        return reverse("curation:check", args=[submission.pk])
    return reverse("curation:step", args=[submission.pk, after])


def show_step(
    request: HttpRequest,
    submission: Submission,
    name: str,
    *,
    status: int = 200,
    refusal: Refusal | None = None,
    there: dict[str, str] | None = None,
) -> HttpResponse:
    place = fields.ORDER.index(name)
    asked = selectors.changes_asked(submission)
    notes = asked.notes if asked else {}
    form = form_of(submission, name)
    context = {
        "submission": submission,
        "form": form,
        "rows": rows_of(form, notes, there or {}) if form else [],
        "name": name,
        "step_name": fields.STEP_NAMES[name],
        "steps": preview.steps_at(submission, name),
        "previous": fields.ORDER[place - 1] if place else "",
        "writer": token_hex(8),
        "refusal": refusal,
        "asked": showing.reason_of(asked) if asked else "",
        **(price_context(submission, name) if form else picture_context(submission, notes)),
    }
    return render(request, f"store/artisan/step_{TEMPLATES.get(name, 'form')}.html", context, status=status)


def price_context(submission: Submission, name: str) -> dict[str, Any]:
    if name != "harga":
        return {}
    return {
        "breakdown": preview.of_typed(submission, reader=preview.you()),
        "floor_words": preview.floor_words_of(submission),
    }


def rows_context(request: HttpRequest, submission: Submission, name: str) -> dict[str, Any]:
    """The rows of variants anew, when the artisan asked for others: what she types meanwhile is left alone."""
    form = form_of(submission, name)
    if (
        form is None
        or fields.VARIANTS not in form.fields
        or request.headers.get("HX-Trigger") not in ROWS_ASKED
    ):
        return {}
    return {"rows": row_of(form[fields.VARIANTS], "", {})["variants"]}


def picture_context(submission: Submission, notes: dict[str, str]) -> dict[str, Any]:
    shown = showing.pictures_of(submission)
    return {
        "pictures": shown,
        "add_url": reverse("curation:add_pictures", args=[submission.pk]),
        "most_pictures": MOST_PICTURES,
        "room_left": MOST_PICTURES - len(shown),
        "note": notes.get(fields.PICTURES_FIELD, ""),
    }


def form_of(submission: Submission, name: str) -> forms.Form | None:
    """The step's form, filled with what was typed; complaints only about what was typed already."""
    form_class = fields.STEPS.get(name)
    if form_class is None:
        return None
    if not any(fields.is_typed(submission.typed, field) for field in form_class.base_fields):
        return form_class()
    form = form_class(submission.typed)
    for field in [field for field in form.errors if not fields.is_typed(submission.typed, field)]:
        del form.errors[field]
    return form


def complaints(submission: Submission, name: str) -> bool:
    """Whether something that was typed in this step can't be read or sold so."""
    form = form_of(submission, name)
    return bool(form and form.errors) or bool(price_context(submission, name).get("floor_words"))


def rows_of(form: forms.Form, notes: dict[str, str], there: dict[str, str]) -> list[dict[str, Any]]:
    """Each field with what stands beside it: the curators' words, and what another device saved."""
    return [row_of(bound, notes.get(bound.name, ""), there) for bound in form]


def row_of(bound: forms.BoundField, note: str, there: dict[str, str]) -> dict[str, Any]:
    saved = saved_elsewhere(bound, there)
    other = _("Tersimpan dari perangkat lain: {words}").format(words=saved) if saved is not None else ""
    extra = [f"{bound.auto_id}_note"] if note else []
    extra += [f"{bound.auto_id}_other"] if other else []
    if extra:
        told = [bound.aria_describedby] if bound.aria_describedby else []
        bound.field.widget.attrs["aria-describedby"] = " ".join([*told, *extra])
    return {
        "field": bound,
        "note": note,
        "other": other,
        "prefix": fields.PREFIXES.get(bound.name, ""),
        "suffix": fields.SUFFIXES.get(bound.name, ""),
        "is_third": bound.name in THIRDS,
        "variants": table_of(bound) if bound.name == fields.VARIANTS else None,
    }


def saved_elsewhere(bound: forms.BoundField, there: dict[str, str]) -> str | None:
    """What another device saved in this field, when it is not what this page holds."""
    if bound.name == fields.VARIANTS:
        table = Table.read(there)
        return table.words if KIND in there and table != bound.value() else None
    return (
        there[bound.name] if bound.name in there and there[bound.name] != str(bound.value() or "") else None
    )


def table_of(bound: forms.BoundField) -> dict[str, Any]:
    """The rows as their template draws them; what is wrong with one stands in it."""
    table = bound.value() or Table("")
    faults = {
        fault.code: " ".join(fault.messages) for fault in bound.form.errors.as_data().get(bound.name, [])
    }
    rows = [
        {
            "number": row.number,
            "boxes": [
                {"name": cell(row.number, name), "label": OPTIONS[name], "value": value}
                for name, value in row.options.items()
            ],
            "stock": {"name": cell(row.number, STOCK), "value": row.stock},
            "price": {"name": cell(row.number, PRICE), "value": row.price},
            "fault": faults.get(str(row.number), ""),
        }
        for row in table.shown
    ]
    return {
        "kind": table.kind,
        "kinds": [{"value": value, "label": label} for value, label in KINDS.items()],
        "rows": rows if table else [],
        "is_made_to_order": bound.form.data.get("availability") == fields.TO_ORDER,
        "can_add": bool(table) and len(rows) < MOST_VARIANTS,
    }


@for_artisans
@require_POST
def add_pictures(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    submission = own(artisan, submission_id)

    def keep(file: Any) -> None:
        key = request.POST.get("key", "")
        if services.has_picture(submission, key):
            return
        services.refuse_full(submission=submission, user=request.user)  # type: ignore[arg-type]
        name = file.name or ""
        picture = keep_picture(
            file=cast("BinaryIO", file), name=name, title=submission.typed.get("title") or name
        )
        services.add_picture(
            submission=submission,
            user=request.user,  # type: ignore[arg-type]  # for_artisans
            picture=picture,
            key=key,
        )

    return uploaded(
        request,
        keep,
        reverse("curation:step", args=[submission.pk, fields.PICTURES]),
        following(submission, fields.PICTURES),
    )


@for_artisans
@require_POST
def change_picture(request: HttpRequest, artisan: Partner, submission_id: int, entry_id: int) -> HttpResponse:
    """Removes a picture, makes it the first or moves it by one, by the button that was pressed."""
    submission = own(artisan, submission_id)
    whose = {"submission": submission, "user": request.user, "entry_id": entry_id}
    try:
        if "remove" in request.POST:
            services.remove_picture(**whose)  # type: ignore[arg-type]
        elif "first" in request.POST:
            services.move_picture_first(**whose)  # type: ignore[arg-type]
        elif (place := request.POST.get("place", "")).isdigit():
            services.place_picture(**whose, place=int(place))  # type: ignore[arg-type]
        else:
            services.move_picture(**whose, places=-1 if "earlier" in request.POST else 1)  # type: ignore[arg-type]
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(reverse("curation:step", args=[submission.pk, fields.PICTURES]) + "#foto-tersimpan")


@for_artisans
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """The last look before sending: everything that was written, what is missing, and who gets what."""
    submission = own(artisan, submission_id)
    if not submission.is_writable:
        return redirect(submission)
    errors: dict[str, list[str]] = {}
    if request.method == "POST":
        try:
            services.send_submission(submission=submission, user=request.user)  # type: ignore[arg-type]
        except refusals.Incomplete as refusal:
            errors = refusal.errors
        else:
            messages.success(request, _("Pengajuan terkirim. Kurator akan menilainya."))
            return redirect(submission)
    asked = selectors.changes_asked(submission)
    context = {
        "submission": submission,
        "summary": preview.summary(submission),
        "pictures": showing.pictures_of(submission),
        "breakdown": preview.of_typed(submission, reader=preview.you()),
        "errors": preview.errors_with_steps(errors),
        "steps": preview.steps_at(submission, fields.CHECK),
        "asked": showing.reason_of(asked) if asked else "",
        "difference": difference.before_sending(submission),
    }
    return render(request, "store/artisan/check.html", context, status=422 if errors else 200)

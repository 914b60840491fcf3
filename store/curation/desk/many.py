"""The desk's pages over many submissions: the board, what waits for me, the report, saved filters, batches."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from store.curation import rounds, selectors, showing
from store.curation.desk import batch
from store.curation.desk import selectors as desk
from store.curation.desk.views import curator_of
from store.curation.models import Round, SavedFilter, Submission

LIST = "curation_desk:list"


def frame(title: str) -> dict[str, Any]:
    """What Wagtail's page head needs."""
    crumbs = [{"url": reverse(LIST), "label": _("Kurasi")}, {"url": "", "label": title}]
    return {"breadcrumbs_items": crumbs, "header_title": title, "header_icon": "list-ul"}


def board(request: HttpRequest) -> HttpResponse:
    curator_of(request)
    columns = [
        {"column": column, "cards": [{"submission": one, "cover": cover_of(one)} for one in column.cards]}
        for column in desk.board()
    ]
    return render(request, "curation/desk/board.html", {**frame(_("Papan")), "columns": columns})


def cover_of(submission: Submission) -> str:
    entry = showing.first_picture(submission)
    return showing.small(entry.picture, "") if entry else ""


def mine(request: HttpRequest) -> HttpResponse:
    waits = desk.waits_for(curator_of(request))
    titles = {
        "screening": _("Menunggu diperiksa"),
        "scoring": _("Menunggu nilai Anda"),
        "decision": _("Siap diputuskan"),
    }
    parts = [{"key": key, "title": titles[key], "waiting": waits[key]} for key in titles]
    context = {**frame(_("Menunggu saya")), "parts": parts, "scoring": waits["scoring"].total}
    return render(request, "curation/desk/mine.html", context)


class PeriodForm(forms.Form):
    """From a day until a day, both in it."""

    first = forms.DateField(label=gettext_lazy("Dari"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=gettext_lazy("Sampai"), widget=forms.DateInput(attrs={"type": "date"}))


def report(request: HttpRequest) -> HttpResponse:
    curator_of(request)
    today = timezone.localdate()
    asked = PeriodForm({"first": today - timedelta(days=90), "last": today, **request.GET.dict()})
    context = {**frame(_("Laporan kurasi")), "form": asked}
    if asked.is_valid():
        first, last = asked.cleaned_data["first"], asked.cleaned_data["last"]
        chosen = Round.objects.filter(pk=number(request.GET.get("round", ""))).first()
        context["report"] = desk.report(midnight(first), midnight(last + timedelta(days=1)), chosen)
        context |= {"chosen": chosen, "quotas": rounds.filled(chosen) if chosen else []}
    context["rounds"] = list(Round.objects.all())
    return render(request, "curation/desk/report.html", context)


def number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 0


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@require_POST
def save_filter(request: HttpRequest) -> HttpResponse:
    """Keeps the present way to narrow the list under a name, for this person alone."""
    curator = curator_of(request)
    name, query = request.POST.get("name", "").strip()[:60], request.POST.get("query", "")[:1_000]
    if not name:
        messages.error(request, _("Beri nama saringan ini."))
    else:
        SavedFilter.objects.update_or_create(user=curator, name=name, defaults={"query": query})
        cache.delete(desk.saved_key(curator))
        messages.success(request, _("Saringan tersimpan."))
    return redirect(f"{reverse(LIST)}?{query}")


@require_POST
def forget_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    curator = curator_of(request)
    SavedFilter.objects.filter(user=curator, pk=filter_id).delete()
    cache.delete(desk.saved_key(curator))
    return redirect(LIST)


class BatchForm(forms.Form):
    """What to do with those that were ticked."""

    action = forms.ChoiceField(
        label=gettext_lazy("Tindakan"),
        choices=[(key, words) for key, (words, _verb) in batch.ACTIONS.items()],
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan untuk perajin"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Alasan dalam bahasa Inggris"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "en"}),
    )


@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """Shows first what would be done with which; a second press does it, and tells of each what became of it."""
    curator = curator_of(request)
    chosen = list(ticked(request))
    if not chosen:
        messages.error(request, _("Centang dulu pengajuannya."))
        return redirect(LIST)
    is_sure = request.POST.get("step") == "do"
    form = BatchForm(request.POST if is_sure else None)
    context: dict[str, Any] = {**frame(_("Beberapa sekaligus")), "form": form, "chosen": chosen}
    if is_sure and form.is_valid():
        results = batch.carry_out(chosen, curator, batch.Order(**form.cleaned_data))
        context |= {"results": results, "done": sum(not one.refusal for one in results)}
    return render(request, "curation/desk/batch.html", context, status=422 if form.errors else 200)


def ticked(request: HttpRequest) -> QuerySet[Submission]:
    keys = [int(key) for key in request.POST.getlist("one")[: batch.MOST] if key.isdecimal()]
    return selectors.for_curators().filter(pk__in=keys).order_by("sent_at")

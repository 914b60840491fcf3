"""The artisan's way to offer many products at once."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from openpyxl.utils import get_column_letter

from iccn.accounts.models import User
from iccn.refusals import Refusal
from store.curation.bulk import reading, refusals, services
from store.curation.bulk import sheet as sheets
from store.curation.models import BulkImport
from store.curation.views import for_artisans
from store.partner.models import Partner

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(data: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=XLSX, headers=headers)


@for_artisans
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """The template out, a filled sheet in."""
    refusal: Refusal | None = None
    if request.method == "POST":
        file = request.FILES.get("sheet")
        try:
            if file is None:
                raise refusals.NotASheet
            return redirect(services.check_sheet(file=cast("Any", file), user=cast("User", request.user)))
        except Refusal as found:
            refusal = found
    context = {"refusal": refusal, "first": sheets.FIRST}
    return render(request, "store/artisan/import_begin.html", context, status=422 if refusal else 200)


@for_artisans
@require_GET
def template(_request: HttpRequest, _artisan: Partner) -> HttpResponse:
    return as_file(sheets.template(), "produk-iccn.xlsx")


def own(artisan: Partner, sheet_id: int) -> BulkImport:
    return get_object_or_404(BulkImport, pk=sheet_id, artisan=artisan)


@for_artisans
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, artisan: Partner, sheet_id: int) -> HttpResponse:
    """What was read, what is wrong where; drafts are made of the rows that the artisan leaves ticked."""
    found = own(artisan, sheet_id)
    if request.method == "POST":
        numbers = {int(one) for one in request.POST.getlist("rows") if one.isdigit()}
        try:
            made = services.make_drafts(sheet=found, user=cast("User", request.user), numbers=numbers).made
            words = ngettext("{number} draf dibuat.", "{number} draf dibuat.", made)
            messages.success(request, words.format(number=made) + " " + _("Tambahkan fotonya, lalu kirim."))
            return redirect("curation:home")
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(found)
    context = {
        "sheet": found,
        "good": reading.good(found.rows),
        "wrong": [faults_of(row) for row in reading.wrong(found.rows)],
    }
    return render(request, "store/artisan/import_sheet.html", context)


def faults_of(row: Any) -> dict[str, Any]:
    """Where each error stands, as the spreadsheet names the place, and its words."""
    columns = sheets.columns()
    letters = {name: get_column_letter(number) for number, name in enumerate(columns, start=1)}
    faults = [
        {
            "place": f"{letters[name]}{row['number']}",
            "label": columns[name].label,
            "typed": row["typed"].get(name, ""),
            "words": " ".join(words),
        }
        for name, words in row["errors"].items()
        if name in columns
    ]
    return {"number": row["number"], "title": row["typed"].get("title", ""), "faults": faults}


@for_artisans
@require_GET
def mend(_request: HttpRequest, artisan: Partner, sheet_id: int) -> HttpResponse:
    found = own(artisan, sheet_id)
    return as_file(sheets.mended(reading.wrong(found.rows)), "perlu-diperbaiki.xlsx")

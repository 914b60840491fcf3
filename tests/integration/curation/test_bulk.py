"""A sheet out and in: checked first, then drafts of the rows that the artisan chose, all or none."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from iccn.audit.models import Line
from store.curation import fields
from store.curation.bulk import refusals, rules, services, sheet
from store.curation.models import BulkImport, Submission
from store.curation.refusals import NotArtisan, NotYourChange
from tests.factories.catalogue import make_category
from tests.factories.sheets import ROW, filled, two_hundred

pytestmark = pytest.mark.django_db
PAGE = "/id/perajin/impor/"


@pytest.fixture(autouse=True)
def _category(db) -> None:
    make_category()


@pytest.fixture
def room(client, sari):
    client.force_login(sari)
    return client


def upload(client, data: BytesIO, name: str = "produk.xlsx"):
    return client.post(PAGE, {"sheet": SimpleUploadedFile(name, data.getvalue())})


def workbook(*rows: list[object]) -> BytesIO:
    book, data = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(data)
    data.seek(0)
    return data


def zipped(**parts: bytes) -> BytesIO:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    data.seek(0)
    return data


def test_the_template_has_choices_notes_and_an_example_in_both_languages(room) -> None:
    pages = {}
    for language in ("id", "en"):
        answer = room.get(f"/{language}/perajin/impor/templat.xlsx")
        pages[language] = load_workbook(BytesIO(answer.content)).worksheets[0]
    first = pages["id"]
    codes = [cell.value for cell in first[sheet.CODES]]
    assert codes == list(sheet.columns())
    assert (first["A2"].value, pages["en"]["A2"].value) == ("Nama produk *", "Name of the product *")
    assert first["A4"].value == "Tas anyaman pandan motif kotak"
    assert first["A2"].comment is not None
    assert len(first.data_validations.dataValidation) == 2
    assert first.row_dimensions[1].hidden


def test_the_template_itself_holds_no_product(room) -> None:
    assert "Belum ada produk di lembar ini." in upload(room, filled([])).content.decode()
    assert not BulkImport.objects.exists()


def test_two_hundred_rows_with_seven_that_are_wrong(room, sari) -> None:
    answer = upload(room, filled(two_hundred()))
    there = BulkImport.objects.get()
    assert answer["Location"] == there.get_absolute_url()
    assert not Submission.objects.exists()
    wrong = {row["number"]: row["errors"] for row in there.rows if row["errors"]}
    assert {number: list(errors) for number, errors in wrong.items()} == {
        7: ["category"],
        15: ["title"],
        29: ["weight_g"],
        55: ["wished_price"],
        82: ["pirt"],
        125: ["story"],
        204: ["making_days"],
    }
    page = room.get(there.get_absolute_url()).content.decode()
    for words in ("193 baris benar.", "7 baris perlu diperbaiki.", "C7 · Kategori produk", "Rp100.000"):
        assert words in page
    good = [row["number"] for row in there.rows if not row["errors"]]
    answer = room.post(there.get_absolute_url(), {"rows": good}, follow=True)
    assert "193 draf dibuat." in answer.content.decode()
    assert (Submission.objects.count(), set(Submission.objects.values_list("state", flat=True))) == (
        193,
        {"draft"},
    )
    assert Line.objects.filter(verb="import.made").get().facts == {"drafts": 193}


def test_what_is_made_is_what_was_written(room) -> None:
    upload(room, filled([ROW]))
    there = BulkImport.objects.get()
    room.post(there.get_absolute_url(), {"rows": [5]})
    draft = Submission.objects.get()
    clean, errors = fields.read_all(draft.typed)
    assert errors == {}
    assert (draft.typed["category"], clean["title"], clean["weight_g"]) == ("anyaman", ROW["title"], 400)


def test_only_chosen_rows_are_made_and_a_sheet_is_used_once(room, sari) -> None:
    upload(room, filled([ROW, {**ROW, "title": ""}, {**ROW, "title": "Tas lain"}]))
    there = BulkImport.objects.get()
    with pytest.raises(refusals.NothingPicked):
        services.make_drafts(sheet=there, user=sari, numbers=[6])
    services.make_drafts(sheet=there, user=sari, numbers=[6, 7])
    assert [str(one) for one in Submission.objects.all()] == ["Tas lain"]
    page = room.post(there.get_absolute_url(), {"rows": [5]}, follow=True).content.decode()
    assert "Lembar ini sudah dipakai." in page
    assert Submission.objects.count() == 1
    assert "1 draf sudah dibuat dari lembar ini." in page


def test_when_one_fails_none_is_made(room, sari, monkeypatch) -> None:
    upload(room, filled([ROW, {**ROW, "title": "Tas lain"}]))
    saved = []

    def breaks(**options):
        saved.append(options)
        if len(saved) == 2:
            raise RuntimeError

    monkeypatch.setattr(services, "save_draft", breaks)
    with pytest.raises(RuntimeError):
        services.make_drafts(sheet=BulkImport.objects.get(), user=sari, numbers=[5, 6])
    assert not Submission.objects.exists()
    assert BulkImport.objects.get().used_at is None


def test_rows_with_errors_come_back_as_a_sheet_that_can_be_sent_again(room) -> None:
    upload(room, filled([ROW, {**ROW, "story": '=HYPERLINK("x")', "weight_g": "berat"}]))
    there = BulkImport.objects.get()
    data = BytesIO(room.get(f"{there.get_absolute_url()}perlu-diperbaiki.xlsx").content)
    page = load_workbook(data).worksheets[0]
    names = list(sheet.columns())
    told = page.cell(5, len(names) + 1).value
    assert "Baris 6." in told
    assert "Berat: Isi dengan angka bulat" in told
    story = page.cell(5, names.index("story") + 1)
    assert (story.data_type, story.quotePrefix) == ("s", True)
    page.cell(5, names.index("story") + 1).value = ROW["story"]
    page.cell(5, names.index("weight_g") + 1).value = 400
    again = BytesIO()
    page.parent.save(again)
    again.seek(0)
    upload(room, again)
    assert [row["errors"] for row in BulkImport.objects.first().rows] == [{}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lambda: BytesIO(b"bukan excel"), "bukan lembar Excel"),
        (lambda: zipped(**{"a.txt": b"x"}), "bukan lembar Excel"),
        (lambda: zipped(**{"xl/workbook.xml": b"0" * (rules.MOST_UNFOLDED + 1)}), "terlalu besar"),
        (lambda: BytesIO(b"0" * (rules.MOST_BYTES + 1)), "terlalu besar"),
        (lambda: zipped(**{"xl/vbaProject.bin": b"x"}), "berisi makro"),
        (lambda: zipped(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]>'}), "berisi makro"),
        (lambda: workbook(["nama", "harga"], ["Tas", 1]), "Baris kode di atas tabel"),
        (lambda: filled([ROW] * (rules.MOST_ROWS + 1)), "terlalu besar"),
    ],
)
def test_what_is_no_sheet_of_ours_is_refused_and_nothing_kept(room, data, words) -> None:
    answer = upload(room, data())
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not BulkImport.objects.exists()


def test_no_file_is_told_too(room) -> None:
    assert room.post(PAGE).status_code == 422


def test_strangers_neither_send_nor_see_nor_use(sari, room, wulan, joko, client) -> None:
    upload(room, filled([ROW]))
    there = BulkImport.objects.get()
    with pytest.raises(NotYourChange):
        services.make_drafts(sheet=there, user=joko, numbers=[5])
    with pytest.raises(NotArtisan):
        services.check_sheet(file=filled([ROW]), user=joko)
    for user in (joko, wulan):
        client.force_login(user)
        for address in (PAGE, f"{PAGE}templat.xlsx", there.get_absolute_url()):
            assert client.get(address).status_code == 403
        assert client.post(there.get_absolute_url(), {"rows": [5]}).status_code == 403
    assert not Submission.objects.exists()

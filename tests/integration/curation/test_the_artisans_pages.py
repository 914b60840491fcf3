"""The artisan's pages: pictures in and out of order, the last look, sending, taking back."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from store.curation.models import Submission
from tests.factories.catalogue import make_picture
from tests.factories.curation import TYPED, make_draft, make_sent

pytestmark = pytest.mark.django_db
HOME = "/id/perajin/"


@pytest.fixture
def room(client, sari):
    make_picture()  # the media library has its root
    client.force_login(sari)
    return client


def photo(name: str = "foto.jpg", side: int = 500) -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (side, side), (150, 90, 50)).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def address(submission: Submission, step: str = "") -> str:
    return f"{HOME}pengajuan/{submission.pk}/{step}"


def test_good_pictures_are_kept_and_each_bad_one_is_named(room, sari) -> None:
    draft = make_draft(sari, pictures=0)
    files = [photo(), SimpleUploadedFile("bukan.jpg", b"teks"), photo("kecil.jpg", 100)]
    page = room.post(address(draft, "foto/tambah/"), {"pictures": files}, follow=True)
    shown = page.content.decode()
    assert draft.pictures.count() == 1
    assert ("“bukan.jpg”" in shown, "“kecil.jpg”" in shown, "Foto tersimpan: 1." in shown) == (
        True,
        True,
        True,
    )


def test_going_on_uploads_what_was_chosen_and_stays_when_something_was_wrong(room, sari) -> None:
    draft = make_draft(sari, pictures=0)
    there = room.post(address(draft, "foto/tambah/"), {"pictures": [photo()], "next": "1"})
    assert there["Location"] == address(draft, "harga/")
    bad = [SimpleUploadedFile("bukan.jpg", b"teks")]
    assert room.post(address(draft, "foto/tambah/"), {"pictures": bad, "next": "1"})["Location"] == address(
        draft, "foto/"
    )


def test_pictures_are_put_in_order_by_buttons(room, sari) -> None:
    draft = make_draft(sari, pictures=3)
    first, second, third = draft.pictures.all()
    for entry, button, then in (
        (third, "earlier", [first, third, second]),
        (first, "later", [third, first, second]),
        (second, "first", [second, third, first]),
        (third, "remove", [second, first]),
    ):
        room.post(address(draft, f"foto/{entry.pk}/"), {button: "1"})
        assert list(draft.pictures.all()) == then


def test_the_last_look_says_what_is_missing_with_a_way_there(room, sari) -> None:
    draft = make_draft(sari, {**TYPED, "weight_g": ""}, pictures=0)
    look = room.get(address(draft, "periksa/")).content.decode()
    assert ("Belum diisi" in look, "Belum ada foto" in look) == (True, True)
    answer = room.post(address(draft, "periksa/"))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert ("../pembuatan/#id_weight_g" in shown, "../foto/#id_pictures" in shown) == (True, True)
    assert Submission.objects.get(pk=draft.pk).state == "draft"


def test_what_was_sent_is_read_only(room, sari) -> None:
    sent = make_sent(sari)
    for step in ("produk/", "foto/", "periksa/"):
        assert room.get(address(sent, step))["Location"] == address(sent)
    room.post(address(sent, "foto/tambah/"), {"pictures": [photo()]})
    room.post(address(sent, f"foto/{sent.pictures.get().pk}/"), {"remove": "1"})
    assert sent.pictures.count() == 1


def test_taking_back_asks_first_and_is_not_offered_twice(room, sari) -> None:
    sent = make_sent(sari)
    assert "Ya, tarik kembali" in room.get(address(sent, "tarik/")).content.decode()
    assert Submission.objects.get(pk=sent.pk).state == "sent"
    room.post(address(sent, "tarik/"))
    assert Submission.objects.get(pk=sent.pk).state == "withdrawn"
    assert room.get(address(sent, "tarik/"))["Location"] == address(sent)
    assert room.post(address(sent, "tarik/"), follow=True).status_code == 200
    assert "tarik/" not in room.get(address(sent)).content.decode()


def test_the_list_shows_states_to_choose_from_once_there_are_several(room, sari) -> None:
    make_draft(sari)
    assert "?keadaan=" not in room.get(HOME).content.decode()
    make_sent(sari)
    assert "?keadaan=draft" in room.get(HOME).content.decode()
    assert len(room.get(f"{HOME}?keadaan=sent").context["rows"]) == 1

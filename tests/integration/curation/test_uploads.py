"""Pictures one a request: kept once however often they are sent, refused in words, nothing kept of what is refused."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from iccn.media.models import Picture
from store.curation.changes.services import begin_change
from store.partner.models import Partner
from tests.factories.catalogue import make_picture, make_product
from tests.factories.curation import make_draft, make_sent

pytestmark = pytest.mark.django_db
GPS = 0x8825
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'


@pytest.fixture
def room(client, sari):
    make_picture()
    client.force_login(sari)
    return client


def photo(name="foto.jpg", kind="JPEG", size=(900, 900), **options) -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", size, (150, 90, 50)).save(data, kind, **options)
    return SimpleUploadedFile(name, data.getvalue())


def bomb() -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("1", (20_000, 20_000)).save(data, "PNG")
    return SimpleUploadedFile("bom.png", data.getvalue())


def send(client, draft, file, key="a"):
    address = f"/id/perajin/pengajuan/{draft.pk}/foto/tambah/"
    return client.post(address, {"pictures": file, "key": key}, headers={"accept": "application/json"})


def files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def test_a_picture_that_is_sent_twice_is_kept_once(room, sari) -> None:
    draft = make_draft(sari, pictures=0)
    for _ in range(2):
        answer = send(room, draft, photo())
        assert (answer.status_code, answer.json()) == (200, {"refused": []})
    assert send(room, draft, photo(), key="b").status_code == 200
    assert draft.pictures.count() == 2


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: SimpleUploadedFile("gambar.svg", SVG, "image/svg+xml"), "bukan gambar yang kami kenali"),
        (lambda: SimpleUploadedFile("foto.jpg", SVG, "image/jpeg"), "bukan gambar yang kami kenali"),
        (lambda: SimpleUploadedFile("virus.exe", b"MZ" + b"\0" * 900), "bukan gambar yang kami kenali"),
        (lambda: SimpleUploadedFile("halaman.html", b"<script>alert(1)</script>"), "bukan gambar"),
        (lambda: SimpleUploadedFile("berat.jpg", b"\xff\xd8" + b"\0" * 50_000_000), "terlalu besar"),
        (bomb, "terlalu besar"),
        (lambda: photo(size=(900, 300)), "terlalu kecil"),
    ],
)
def test_what_can_not_be_kept_is_refused_in_words_and_leaves_nothing(room, sari, make, words) -> None:
    draft = make_draft(sari, pictures=0)
    before, on_disk = Picture.objects.count(), files()
    answer = send(room, draft, make())
    assert answer.status_code == 422
    assert words in answer.json()["refused"][0]
    assert (Picture.objects.count(), draft.pictures.count(), files()) == (before, 0, on_disk)


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
def test_the_place_where_it_was_taken_is_not_kept(room, sari, kind) -> None:
    draft = make_draft(sari, pictures=0)
    exif = Image.Exif()
    exif[GPS] = {1: "S", 2: (6.0, 55.0, 0.0)}
    assert send(room, draft, photo(kind=kind, exif=exif.tobytes())).status_code == 200
    with Image.open(draft.pictures.get().picture.file) as stored:
        assert (stored.format, dict(stored.getexif())) == ("JPEG", {})


def test_the_eleventh_picture_is_refused_before_it_is_read(room, sari) -> None:
    draft = make_draft(sari, pictures=10)
    before = Picture.objects.count()
    answer = send(room, draft, photo())
    assert (answer.status_code, "Paling banyak 10 foto" in answer.json()["refused"][0]) == (422, True)
    assert (Picture.objects.count(), draft.pictures.count()) == (before, 10)


def test_a_picture_is_dragged_to_its_place(room, sari) -> None:
    draft = make_draft(sari, pictures=3)
    first, second, third = draft.pictures.all()
    for entry, place, then in (
        (third, "0", [third, first, second]),
        (third, "9", [first, second, third]),
        (second, "0", [second, first, third]),
    ):
        room.post(f"/id/perajin/pengajuan/{draft.pk}/foto/{entry.pk}/", {"place": place})
        assert list(draft.pictures.all()) == then
    room.post(f"/id/perajin/pengajuan/{draft.pk}/foto/987654/", {"place": "0"})
    assert list(draft.pictures.all()) == [second, first, third]


def test_what_was_sent_takes_no_more_pictures(room, sari) -> None:
    sent = make_sent(sari)
    assert send(room, sent, photo()).status_code == 422
    assert sent.pictures.count() == 1


def test_strangers_add_nothing(client, sari, joko) -> None:
    draft = make_draft(sari)
    client.force_login(joko)
    assert send(client, draft, photo()).status_code == 403
    assert draft.pictures.count() == 1


def test_a_change_request_takes_pictures_the_same_way(room, sari) -> None:
    artisan = Partner.objects.get(code="sari")
    product = make_product(artisan, upc="UJI-9", pictures=(make_picture("Lama"),))
    change = begin_change(product=product, user=sari)
    address = f"{change.get_absolute_url()}foto/"
    for _ in range(2):
        data = {"pictures": photo(), "key": "a"}
        answer = room.post(f"{address}tambah/", data, headers={"accept": "application/json"})
        assert answer.status_code == 200
    change.refresh_from_db()
    old, new = change.pictures_after
    assert old == change.pictures_before[0]
    for button, then in (
        ({"place": "0"}, [new, old]),
        ({"later": "1"}, [old, new]),
        ({"earlier": "1"}, [new, old]),
    ):
        room.post(f"{address}{new}/", button)
        change.refresh_from_db()
        assert change.pictures_after == then
    room.post(f"{address}{old}/", {"first": "1"})
    room.post(f"{address}{new}/", {"remove": "1"})
    page = room.post(f"{address}{old}/", {"remove": "1"}, follow=True).content.decode()
    change.refresh_from_db()
    assert (change.pictures_after, "paling sedikit satu foto" in page) == ([old], True)

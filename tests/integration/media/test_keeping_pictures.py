from io import BytesIO

import pytest
from PIL import Image

from iccn.media import services
from iccn.media.models import Picture
from iccn.media.services import NotAPicture, PictureTooLarge, PictureTooSmall, keep_picture
from tests.factories.catalogue import make_picture

pytestmark = pytest.mark.django_db
ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


@pytest.fixture(autouse=True)
def _collection(db) -> None:
    make_picture()  # the suite runs without migrations: this makes the root collection


def photo(width: int = 800, height: int = 600, kind: str = "JPEG", **options: object) -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (width, height), (120, 80, 40)).save(file, kind, **options)
    file.seek(0)
    return file


def kept(file: BytesIO) -> Picture:
    return keep_picture(file=file, name="IMG_1.jpg", title="Tas pandan", description="Tas di meja")


def test_a_photo_of_a_phone_is_turned_upright_and_loses_place_and_camera() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # lying on its side
    exif[MAKE] = "Kamera"
    exif[GPS] = {1: "S", 2: (6.0, 55.0, 0.0)}
    picture = kept(photo(800, 600, exif=exif))
    with Image.open(picture.file) as stored:
        assert (stored.format, stored.size, dict(stored.getexif())) == ("JPEG", (600, 800), {})
    assert (picture.width, picture.height, picture.title) == (600, 800, "Tas pandan")


def test_a_large_photo_is_made_smaller() -> None:
    picture = kept(photo(4_800, 2_400))
    assert (picture.width, picture.height) == (2_400, 1_200)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
def test_other_kinds_of_photos_are_taken_too(kind) -> None:
    with Image.open(kept(photo(kind=kind)).file) as stored:
        assert (stored.format, stored.size) == ("JPEG", (800, 600))


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff broken"])
def test_what_is_no_picture_is_refused(data) -> None:
    before = Picture.objects.count()
    with pytest.raises(NotAPicture, match=r"IMG_1\.jpg"):
        kept(BytesIO(data))
    assert Picture.objects.count() == before


def test_a_picture_cut_off_on_the_way_is_refused() -> None:
    noisy = BytesIO()
    Image.effect_noise((800, 800), 90).save(noisy, "JPEG")
    with pytest.raises(NotAPicture):
        kept(BytesIO(noisy.getvalue()[:5_000]))


def test_a_small_picture_is_refused() -> None:
    with pytest.raises(PictureTooSmall):
        kept(photo(800, 399))


def test_a_file_that_is_too_heavy_is_refused_unread(monkeypatch) -> None:
    monkeypatch.setattr(services, "MOST_BYTES", 100)
    with pytest.raises(PictureTooLarge):
        kept(photo())


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(services, "MOST_PIXELS", 100)
    with pytest.raises(PictureTooLarge):
        kept(photo())


def bomb(side: int) -> BytesIO:
    """A small file that unfolds to a huge picture."""
    file = BytesIO()
    Image.new("1", (side, side)).save(file, "PNG")
    file.seek(0)
    return file


@pytest.mark.parametrize("side", [9_000, 9_500, 20_000])
def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused(side) -> None:
    data, before = bomb(side), Picture.objects.count()
    assert len(data.getvalue()) < 100_000
    with pytest.raises(PictureTooLarge):
        kept(data)
    assert Picture.objects.count() == before


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "EPS", "ICO"])
def test_kinds_that_no_phone_sends_are_not_even_read(kind) -> None:
    with pytest.raises(NotAPicture):
        kept(photo(kind=kind))

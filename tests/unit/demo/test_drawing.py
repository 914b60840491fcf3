"""The drawn pictures: the same from the same seed, others from another, of the size that was asked."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from iccn.demo.drawing import product, raster
from iccn.demo.drawing.palette import BACKDROPS, SCHEMES, backdrop_for, distance
from iccn.demo.drawing.patterns import PATTERNS
from iccn.demo.drawing.product import VIEWS, Recipe
from iccn.demo.drawing.scenes import land, portrait, told
from iccn.demo.drawing.svg import Sheet, dice
from iccn.demo.drawing.things.register import THINGS

CLOTH = Recipe("folded", "soga", "kawung", "thread")


def differing(one: bytes, other: bytes) -> float:
    """How far apart two pictures are on average, 0 to 255."""
    with Image.open(BytesIO(one)) as a, Image.open(BytesIO(other)) as b:
        return float(sum(ImageStat.Stat(ImageChops.difference(a.convert("RGB"), b.convert("RGB"))).mean) / 3)


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_seed_draws_the_same_file(view) -> None:
    first = raster.jpeg(product.product("kain kawung", CLOTH, view))

    again = raster.jpeg(product.product("kain kawung", CLOTH, view))

    assert first == again


def test_two_seeds_draw_two_pictures() -> None:
    one = raster.jpeg(product.product("kain kawung", CLOTH, "room"))
    other = raster.jpeg(product.product("kain kawung kedua", CLOTH, "room"))

    assert differing(one, other) > 5


def test_the_views_of_one_product_differ() -> None:
    files = [raster.jpeg(product.product("kain kawung", CLOTH, view)) for view in VIEWS]

    assert (
        min(differing(files[0], files[1]), differing(files[1], files[2]), differing(files[0], files[2])) > 5
    )


def test_a_product_picture_is_a_square_of_800_pixels_and_light_enough_for_a_phone() -> None:
    file = raster.jpeg(product.product("kain kawung", CLOTH, "table"))

    with Image.open(BytesIO(file)) as opened:
        assert (opened.format, opened.size) == ("JPEG", (800, 800))
    assert len(file) < 250_000


@pytest.mark.parametrize("kind", sorted(THINGS))
def test_every_thing_is_drawn_inside_its_room(kind) -> None:
    drawn = THINGS[kind](Sheet("uji", kind), SCHEMES["soga"], "kawung")

    assert drawn.svg
    assert 150 <= drawn.width <= 500
    assert 200 <= drawn.height <= 560
    assert drawn.stance in {"stands", "hangs", "lies"}


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_every_pattern_gives_a_fill(name) -> None:
    assert PATTERNS[name](Sheet("uji"), SCHEMES["indigo"], 1.0).startswith(("url(#", "#"))


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_a_thing_stands_out_in_at_least_four_rooms(name) -> None:
    clear = [room for room in BACKDROPS if distance(room.wall, SCHEMES[name].base) > 0.27]

    assert len(clear) >= 4
    assert backdrop_for(SCHEMES[name], dice("uji")) in clear


def test_faces_and_places_are_the_same_from_the_same_seed() -> None:
    assert portrait.portrait("Sari", "f") == portrait.portrait("Sari", "f")
    assert portrait.portrait("Sari", "f") != portrait.portrait("Wati", "f")
    assert land.landscape("bandung", "volcano") != land.landscape("garut", "volcano")


@pytest.mark.parametrize("place", sorted(land.PLACES))
def test_a_place_is_a_wide_picture(place) -> None:
    assert raster.painted(land.landscape("uji", place)).size == (1200, 750)


@pytest.mark.parametrize("code", sorted(told.PROGRAMMES))
def test_each_programme_has_its_picture(code) -> None:
    assert raster.painted(told.PROGRAMMES[code](code)).size == (1200, 750)

"""An excerpt of the stories, in a small Indonesia, with one plain picture for each drawing."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import Permission

from iccn.accounts.services import sync_roles
from iccn.demo.loader import artisans, chapters, desk, groundwork, people, pictures, products, stories
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.stories import Stories
from iccn.regions.models import District, Province, Regency, Village
from tests.factories.catalogue import make_picture

CHAPTERS = {"bandung", "garut", "jepara", "gianyar"}
PLACES = {
    "32.73": ("Jawa Barat", "Kota Bandung", "Cibadak"),
    "32.05": ("Jawa Barat", "Kabupaten Garut", "Kota Kulon"),
    "33.20": ("Jawa Tengah", "Kabupaten Jepara", "Menganti"),
    "51.04": ("Bali", "Kabupaten Gianyar", "Bona"),
}
QUIET = Progress(is_quiet=True)


@pytest.fixture
def excerpt() -> Stories:
    """Four chapters, four artisans, three products, three submissions, five orders."""
    whole = stories.load()
    makers = {"sari", "haji-oman", "ukir-mulyono", "bona-suwandi"}
    wanted = {"Tas Anyaman Pandan Motif Kotak", "Dompet Kulit Lipat Garut", "Set Sendok Masak Sonokeling"}
    families = tuple(
        {**family, "products": [one for one in family["products"] if one["title"] in wanted]}
        for family in whole.families
    )
    states = {"draft", "scored_once", "sent"}
    endings = {"delivered": 1, "expired": 1, "returned": 1, "came_back": 1, "waiting": 1}
    return replace(
        whole,
        chapters=tuple(row for row in whole.chapters if row["slug"] in CHAPTERS),
        artisans=tuple(row for row in whole.artisans if row["code"] in makers),
        families=families,
        submissions=tuple(row for row in whole.submissions if row["by"] in makers and row["state"] in states),
        sales={**whole.sales, "endings": endings, "with_sari": ["waiting"], "regencies": ["32.73"]},
    )


@pytest.fixture
def places(db) -> None:
    for code, (province, regency, village) in PLACES.items():
        Province.objects.get_or_create(code=code[:2], defaults={"name": province})
        Regency.objects.create(code=code, name=regency, province_id=code[:2])
        District.objects.create(code=f"{code}.01", name="Kecamatan", regency_id=code)
        Village.objects.create(
            code=f"{code}.01.1001", name=village, district_id=f"{code}.01", postal_code="40000"
        )


@pytest.fixture
def plain_pictures(db, monkeypatch) -> None:
    """Drawing has its own tests; here one plain picture stands for each."""
    monkeypatch.setattr(pictures, "keep", lambda _sketch, *, title, words: make_picture(title[:40]))


@pytest.fixture
def _roles(db) -> None:
    localize = Permission.objects.filter(content_type__app_label="wagtail_localize").first()
    Permission.objects.get_or_create(
        codename="submit_translation", content_type=localize.content_type, defaults={"name": "submit"}
    )
    sync_roles()


@pytest.fixture
def network(excerpt, places, plain_pictures, _roles):
    """Tells of people and chapters alone."""

    def tell() -> None:
        groundwork.tell_groundwork(QUIET)
        for chapter in (people.tell_people, chapters.tell_chapters):
            chapter(QUIET, excerpt)

    return tell


@pytest.fixture
def telling(network, excerpt):
    """Tells everything up to the curators' desk."""

    def tell() -> None:
        network()
        for chapter in (artisans.tell_artisans, products.tell_products, desk.tell_desk):
            chapter(QUIET, excerpt)

    return tell

"""A small part of the stories is told through the services; telling it again changes nothing."""

from dataclasses import replace
from datetime import datetime
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.utils import timezone

from iccn.accounts.models import User
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.chapters.models import Chapter, ChapterRole
from iccn.demo.loader import artisans, chapters, desk, people, pictures, products, shelves, stories
from iccn.demo.loader.clock import JAKARTA, NOW, at
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Stories
from iccn.media.models import Picture
from iccn.members.models import Member
from iccn.notices.models import Notice
from iccn.regions.models import District, Province, Regency, Village
from store.catalogue.models import Category, Product
from store.curation.models import Decision, Score, Submission
from store.partner.models import Partner
from store.search.models import ProductDocument
from tests.factories.catalogue import make_picture

CHAPTERS = {"bandung", "garut", "jepara", "gianyar"}
COUNTED = (User, Chapter, ChapterRole, Member, Partner, Category, Product, Submission, Score, Decision)
PLACES = {
    "32.73": ("Jawa Barat", "Kota Bandung", "Cibadak"),
    "32.05": ("Jawa Barat", "Kabupaten Garut", "Kota Kulon"),
    "33.20": ("Jawa Tengah", "Kabupaten Jepara", "Menganti"),
    "51.04": ("Bali", "Kabupaten Gianyar", "Bona"),
}


@pytest.fixture
def excerpt() -> Stories:
    """Four chapters, four artisans, five products, three submissions."""
    whole = stories.load()
    makers = {"sari", "haji-oman", "ukir-mulyono", "bona-suwandi"}
    wanted = {"Tas Anyaman Pandan Motif Kotak", "Dompet Kulit Lipat Garut", "Set Sendok Masak Sonokeling"}
    families = tuple(
        {**family, "products": [one for one in family["products"] if one["title"] in wanted]}
        for family in whole.families
    )
    states = {"draft", "scored_once", "sent"}
    return replace(
        whole,
        chapters=tuple(row for row in whole.chapters if row["slug"] in CHAPTERS),
        artisans=tuple(row for row in whole.artisans if row["code"] in makers),
        families=families,
        submissions=tuple(row for row in whole.submissions if row["by"] in makers and row["state"] in states),
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
def plain_pictures(monkeypatch) -> None:
    """Drawing has its own tests; here one plain picture stands for each."""
    make_picture()
    monkeypatch.setattr(pictures, "keep", lambda _sketch, *, title, words: make_picture(title[:40]))


@pytest.fixture
def _roles(db) -> None:
    Permission.objects.get_or_create(
        codename="submit_translation",
        content_type=Permission.objects.filter(content_type__app_label="wagtail_localize")
        .first()
        .content_type,
        defaults={"name": "submit"},
    )
    sync_roles()


@pytest.fixture
def network(excerpt, places, plain_pictures, _roles):
    """Tells of people and chapters alone."""

    def tell() -> None:
        for chapter in (people.tell_people, chapters.tell_chapters):
            chapter(Progress(is_quiet=True), excerpt)

    return tell


@pytest.fixture
def telling(network, excerpt):
    def tell() -> None:
        network()
        for chapter in (artisans.tell_artisans, products.tell_products, desk.tell_desk):
            chapter(Progress(is_quiet=True), excerpt)
        shelves.tell_shelves(Progress(is_quiet=True))

    return tell


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*COUNTED, Line, Notice, Picture)}


def test_an_excerpt_is_told_and_a_second_telling_changes_nothing(telling) -> None:
    telling()
    first = counts()

    telling()

    assert counts() == first
    assert first["Chapter"] == 4
    assert first["Partner"] == 4
    assert first["Product"] == 3
    assert first["Submission"] == 6
    assert ProductDocument.objects.count() == 3


def test_products_come_from_two_curators_of_other_chapters(telling) -> None:
    telling()

    spoons = Product.objects.get(title="Set Sendok Masak Sonokeling")
    submission = Submission.objects.get(product=spoons)
    curators = [score.curator for score in submission.scores.all()]

    assert submission.state == Submission.State.PUBLISHED
    assert spoons.chapter.slug == "jepara"
    assert [curator.name for curator in curators] == ["Made Sudarsana", "Grace Pattiasina"]
    assert spoons.published_at < NOW
    assert spoons.artisan.is_accepted


def test_sari_finds_her_half_written_draft_and_what_a_curator_is_scoring(telling) -> None:
    telling()

    hers = Submission.objects.filter(artisan__code="sari").order_by("created_at")
    states = {one.typed["title"]: one.state for one in hers}

    assert states == {
        "Tas Anyaman Pandan Motif Kotak": "published",
        "Keranjang Piknik Pandan Dua Tutup": "scoring",
        "Tas Laptop Pandan Bersekat": "draft",
    }
    draft = hers.get(state="draft")
    assert sorted(draft.typed) == ["category", "materials", "story", "title"]


def test_the_cast_can_sign_in_and_nobody_else(network) -> None:
    network()

    sari = authenticate(username="sari@contoh.example", password="aksi-bersama")
    assert sari is not None
    assert list(sari.groups.values_list("name", flat=True)) == ["artisan"]
    assert EmailAddress.objects.get(user=sari).verified
    joko = User.objects.get(email="joko@contoh.example")
    assert not joko.groups.exists()
    assert not joko.is_staff
    able = [user for user in User.objects.all() if user.has_usable_password()]
    assert len(able) == len(stories.load().people["cast"])


def test_bagus_coordinates_the_chapter_of_the_story(network) -> None:
    network()

    office = ChapterRole.objects.get(chapter__slug="bandung", role="coordinator")

    assert office.user.email == "bagus@contoh.example"


def test_the_clock_stands_only_while_it_is_held() -> None:
    moment = datetime(2026, 9, 1, 8, 30, tzinfo=JAKARTA)
    with at(moment):
        assert timezone.now() == moment
        with at(NOW):
            assert timezone.now() == NOW
        assert timezone.now() == moment
    assert timezone.now() != moment


def test_a_picture_is_painted_once_and_kept(settings, tmp_path, db) -> None:
    settings.VAR = tmp_path
    sketch = Sketch("scenes.portrait.portrait", ("uji", "f"))
    with pictures.painters_at_work([sketch]):
        first = pictures.file_of(sketch)
    painted = first.stat().st_mtime_ns

    assert pictures.file_of(sketch).stat().st_mtime_ns == painted
    assert pictures.missing([sketch]) == []


def test_the_people_are_listed_with_the_password() -> None:
    out = StringIO()
    call_command("demo_people", stdout=out)

    assert "Sari Lestari" in out.getvalue()
    assert "aksi-bersama" in out.getvalue()


@pytest.mark.parametrize("command", ["load_demo", "demo_people"])
def test_the_demo_is_refused_where_it_is_no_demo(command, settings) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError):
        call_command(command)

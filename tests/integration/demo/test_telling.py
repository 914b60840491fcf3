"""A small part of the stories is told through the services; telling it again changes nothing."""

from collections import Counter
from datetime import datetime
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.utils import timezone
from django_tasks import TaskResultStatus

from iccn.accounts.models import User
from iccn.audit.models import Line
from iccn.chapters.models import Chapter, ChapterRole
from iccn.demo.loader import pictures, sales, shelves, stories
from iccn.demo.loader.clock import JAKARTA, NOW, at
from iccn.demo.loader.messages import nothing_goes_out
from iccn.demo.loader.sketches import Sketch
from iccn.ledger.models import Balance, Entry
from iccn.media.models import Picture
from iccn.members.models import Member
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from iccn.notices.tasks import deliver
from store.catalogue.models import Category, Product
from store.curation.models import Decision, Score, Submission
from store.order.models import Order
from store.partner.models import Partner
from store.search.models import ProductDocument
from tests.integration.demo.conftest import QUIET

COUNTED = (User, Chapter, ChapterRole, Member, Partner, Category, Product, Submission, Score, Decision, Order)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*COUNTED, Line, Notice, Picture)}


def test_an_excerpt_is_told_and_a_second_telling_changes_nothing(telling, excerpt) -> None:
    def tell_all() -> None:
        telling()
        sales.tell_sales(QUIET, excerpt.sales)
        shelves.tell_shelves(QUIET)

    tell_all()
    first = counts()
    tell_all()

    assert counts() == first
    assert first["Chapter"] == 4
    assert first["Partner"] == 4
    assert first["Product"] == 6  # three, of which one comes in three colours
    assert first["Submission"] == 6
    assert first["Order"] == 5
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


def test_orders_end_in_every_way_and_the_books_balance(telling, excerpt) -> None:
    telling()

    sales.tell_sales(QUIET, excerpt.sales)

    ends = sorted(order.public_status for order in Order.objects.all())
    kinds = Counter(Entry.objects.values_list("kind", flat=True))
    assert ends == ["cancelled", "done", "returned", "returned", "waiting"]
    assert kinds["paid"] == kinds["settled"] == 3
    assert (kinds["refund"], kinds["refund_paid"]) == (2, 1)
    assert Balance.objects.aggregate(sum=Sum("amount"))["sum"] == Rupiah(0)
    assert Order.objects.get(status="awaiting").lines.filter(partner__code="sari").exists()
    assert not Order.objects.filter(date_placed__gt=NOW).exists()


def test_nothing_goes_out_while_stories_are_told(db) -> None:
    def told() -> Notice:
        return Notice.objects.create(
            kind="uji",
            channel="email",
            name="Sari",
            address="sari@contoh.example",
            language="id",
            text="Halo",
        )

    before = told()
    with nothing_goes_out():
        notice = told()
        assert deliver.enqueue(notice.pk).status == TaskResultStatus.READY

    notice.refresh_from_db()
    before.refresh_from_db()
    assert (notice.state, notice.sent_at) == (Notice.State.SENT, notice.created_at)
    assert before.state == Notice.State.WAITING


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

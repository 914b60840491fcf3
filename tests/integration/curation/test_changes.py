"""Changes of products that are on sale: asked by the artisan, answered by a curator, shown as a difference."""

import pytest
from django.db import IntegrityError, transaction

from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from store.catalogue.models import Product
from store.catalogue.refusals import ChangedByCurators, IncompleteProduct
from store.catalogue.services import change_product, pause_product
from store.curation import refusals
from store.curation.changes import selectors, services, telling
from store.curation.models import ChangeRequest
from store.partner.models import Partner
from store.search.models import ProductDocument
from tests.factories.catalogue import make_picture, make_product, make_variants

pytestmark = pytest.mark.django_db
ANSWER = "Harga baru sesuai dengan bahannya."


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def product(sari) -> Product:
    return make_product(Partner.objects.get(code="sari"), upc="UJI-1", pictures=(make_picture("Lama"),))


def asked(product, user, *, send=True, **words) -> ChangeRequest:
    change = services.begin_change(product=product, user=user)
    after = {**change.after, **words}
    services.write_change(change=change, user=user, after=after, note="Bahan naik.")
    if send:
        services.send_change(change=change, user=user)
    change.refresh_from_db()
    return change


def priced(product, price):
    return {"prices": {product.upc: price}}


def test_an_accepted_change_changes_the_product_and_nothing_else(
    product, sari, wulan, django_capture_on_commit_callbacks
) -> None:
    change = asked(product, sari, title="Tas pandan merah", **priced(product, 275_000))
    assert product.price == Rupiah(250_000)
    with django_capture_on_commit_callbacks(execute=True):
        services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER)
    there = Product.objects.get(pk=product.pk)
    assert (there.title, there.price, there.story) == ("Tas pandan merah", Rupiah(275_000), product.story)
    assert (there.slug, there.upc, there.stock.num_in_stock) == (product.slug, "UJI-1", 5)
    change.refresh_from_db()
    assert (change.state, change.answered_by, change.answer) == ("accepted", wulan, ANSWER)
    assert Line.objects.filter(verb__in=["change.sent", "change.accepted", "product.changed"]).count() == 3
    document = ProductDocument.objects.get(product_id=product.pk)
    assert "Tas pandan merah" in str(vars(document))


def test_both_sides_are_told(product, sari, wulan, made, joko) -> None:
    change = asked(product, sari, **priced(product, 275_000))
    assert sorted({(one.kind, one.name) for one in Notice.objects.all()}) == [
        ("change_received", "Sari"),
        ("change_to_answer", "Made"),
        ("change_to_answer", "Wulan"),
    ]
    services.answer_change(change=change, curator=wulan, is_accepted=False, answer=ANSWER)
    assert {one.name for one in Notice.objects.filter(kind="change_refused")} == {"Sari"}
    assert Product.objects.get(pk=product.pk).price == Rupiah(250_000)


def test_each_variant_has_its_own_price(sari, wulan) -> None:
    product = make_variants(Partner.objects.get(code="sari"), upc="UJI-2", pictures=(make_picture("Lama"),))
    first = product.variants[0]
    prices = {**telling.telling_of(product)["prices"], first.upc: 130_000}
    change = asked(product, sari, title="Tas baru", prices=prices)
    rows = selectors.difference_of(change).rows
    assert [str(row.label) for row in rows] == ["Nama produk", "Harga · Merah, M"]
    services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER)
    there = Product.objects.get(pk=product.pk)
    assert {one.upc: int(one.price) for one in there.variants} == prices
    assert {one.title for one in there.variants} == {"Tas baru"}


def test_pictures_come_go_and_change_places(product, sari, wulan) -> None:
    change = services.begin_change(product=product, user=sari)
    new, other = make_picture("Baru"), make_picture("Lain")
    for picture in (new, other):
        services.add_picture(change=change, user=sari, picture=picture)
    old = change.pictures_before[0]
    services.move_picture(change=change, user=sari, picture_id=other.pk, place=0)
    services.move_picture(change=change, user=sari, picture_id=987_654, place=0)
    services.remove_picture(change=change, user=sari, picture_id=old)
    services.send_change(change=change, user=sari)
    services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER)
    there = Product.objects.get(pk=product.pk)
    assert [image.picture_id for image in there.images.all()] == [other.pk, new.pk]


def test_a_product_keeps_a_picture_and_has_ten_at_most(product, sari) -> None:
    change = services.begin_change(product=product, user=sari)
    with pytest.raises(refusals.NoPictureLeft):
        services.remove_picture(change=change, user=sari, picture_id=change.pictures_after[0])
    for _ in range(9):
        services.add_picture(change=change, user=sari, picture=make_picture())
    with pytest.raises(refusals.TooManyPictures):
        services.add_picture(change=change, user=sari, picture=make_picture())


def test_the_price_covers_the_making_cost(product, sari) -> None:
    change = asked(product, sari, send=False, **priced(product, 112_400))
    with pytest.raises(refusals.ChangeBelowFloor, match=r"Rp112\.500"):
        services.send_change(change=change, user=sari)
    change = asked(product, sari, **priced(product, 112_500))
    assert change.state == "open"


def test_a_product_has_one_request_at_a_time(product, sari) -> None:
    draft = services.begin_change(product=product, user=sari)
    assert services.begin_change(product=product, user=sari) == draft
    asked(product, sari, title="Tas lain")
    with pytest.raises(refusals.ChangeWaits):
        services.begin_change(product=product, user=sari)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeRequest.objects.create(
            product=product, artisan=product.artisan, chapter=product.chapter, by=sari
        )


def test_a_product_that_changed_meanwhile_is_told(product, sari, wulan, client) -> None:
    change = asked(product, sari, title="Tas lain")
    now = {**telling.telling_of(product), "story": "Cerita yang baru."}
    change_product(
        product=product, change=telling.change_of(now, telling.pictures_of(product)), by="system:test"
    )
    with pytest.raises(refusals.StaleChange):
        services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER)
    client.force_login(sari)
    assert "sudah berubah sejak" in client.get(change.get_absolute_url()).content.decode()
    client.force_login(wulan)
    assert "sudah berubah sejak" in client.get(f"/kelola/kurasi/perubahan/{change.pk}/").content.decode()
    services.answer_change(change=change, curator=wulan, is_accepted=False, answer=ANSWER)
    assert Product.objects.get(pk=product.pk).title == product.title


def test_a_draft_of_a_product_that_changed_is_not_sent(product, sari) -> None:
    change = asked(product, sari, send=False, title="Tas lain")
    product.images.all()[0].delete()
    with pytest.raises(refusals.StaleChange):
        services.send_change(change=change, user=sari)


def test_nothing_changed_is_nothing_to_send(product, sari) -> None:
    with pytest.raises(refusals.NothingChanged):
        asked(product, sari)


def test_what_was_sent_is_not_written_in_and_what_was_answered_stays(product, sari, wulan) -> None:
    change = asked(product, sari, title="Tas lain")
    with pytest.raises(refusals.WrongMomentForChange):
        services.write_change(change=change, user=sari, after=change.after, note="")
    services.withdraw_change(change=change, user=sari)
    for act in (
        lambda: services.withdraw_change(change=change, user=sari),
        lambda: services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER),
    ):
        with pytest.raises(refusals.WrongMomentForChange):
            act()
    assert Product.objects.get(pk=product.pk).title == product.title


def test_an_answer_has_a_reason(product, sari, wulan) -> None:
    change = asked(product, sari, title="Tas lain")
    with pytest.raises(refusals.ReasonMissing):
        services.answer_change(change=change, curator=wulan, is_accepted=False, answer="tidak")


def test_a_product_that_was_never_published_has_nothing_to_change(product, sari) -> None:
    pause_product(product=product, by="system:test")
    assert services.begin_change(product=product, user=sari).state == "draft"
    Product.objects.filter(pk=product.pk).update(published_at=None)
    with pytest.raises(refusals.NotForSale):
        services.begin_change(product=product, user=sari)


@pytest.mark.parametrize("who", ["joko", "bagus", "wulan", "dewi"])
def test_only_the_artisan_asks(product, sari, who, request, client) -> None:
    user = request.getfixturevalue(who)
    with pytest.raises(refusals.NotYourChange):
        services.begin_change(product=product, user=user)
    change = asked(product, sari, send=False, title="Tas lain")
    for act in (services.send_change, services.withdraw_change):
        with pytest.raises(refusals.NotYourChange):
            act(change=change, user=user)
    client.force_login(user)
    address = change.get_absolute_url()
    for step in ("", "tulis/"):
        assert client.get(f"{address}{step}").status_code == 403
    for step in ("kirim/", "tarik/", "foto/tambah/", f"foto/{change.pictures_after[0]}/"):
        assert client.post(f"{address}{step}").status_code == 403
    change.refresh_from_db()
    assert change.state == "draft"


@pytest.mark.parametrize("who", ["joko", "bagus", "sari", "dewi"])
def test_only_curators_answer(product, sari, who, request, client) -> None:
    change = asked(product, sari, title="Tas lain")
    user = request.getfixturevalue(who)
    with pytest.raises(refusals.NotCurator):
        services.answer_change(change=change, curator=user, is_accepted=True, answer=ANSWER)
    client.force_login(user)
    client.post(f"/kelola/kurasi/perubahan/{change.pk}/", {"is_accepted": "ya", "answer": ANSWER})
    change.refresh_from_db()
    assert change.state == "open"


def test_a_curator_of_the_same_chapter_does_not_answer(product, sari, wulan, bandung) -> None:
    change = asked(product, sari, title="Tas lain")
    wulan.member.chapter = bandung
    wulan.member.save()
    with pytest.raises(refusals.OwnChapter):
        services.answer_change(change=change, curator=wulan, is_accepted=True, answer=ANSWER)
    assert [one.name for one in selectors.curators_for(change)] == []


def test_the_catalogue_takes_changes_from_curators_only_and_whole(product, sari) -> None:
    now = telling.change_of(telling.telling_of(product), telling.pictures_of(product))
    with pytest.raises(ChangedByCurators):
        change_product(product=product, change=now, by=sari)
    empty = telling.change_of({**telling.telling_of(product), "title": " ", **priced(product, 0)}, [])
    with pytest.raises(IncompleteProduct, match="title, price, pictures"):
        change_product(product=product, change=empty, by="system:test")


def test_the_way_over_the_pages(product, sari, wulan, client) -> None:
    client.force_login(sari)
    assert "Ajukan perubahan" in client.get("/id/perajin/perubahan/").content.decode()
    answer = client.post("/id/perajin/perubahan/UJI-1/mulai/")
    change = ChangeRequest.objects.get()
    assert answer["Location"] == f"{change.get_absolute_url()}tulis/"
    page = client.get(answer["Location"]).content.decode()
    assert "Tas pandan anyam" in page
    words = {
        "title": "Tas pandan anyam",
        "story": product.story,
        "making_cost": "90.000",
        "price_0": "100.000",
    }
    low = client.post(answer["Location"], words)
    assert (low.status_code, "Rp112.500" in low.content.decode()) == (422, True)
    assert client.post(answer["Location"], {**words, "price_0": "275.000"})["Location"] == (
        change.get_absolute_url()
    )
    assert "Rp275.000" in client.get(change.get_absolute_url()).content.decode()
    client.post(f"{change.get_absolute_url()}kirim/")
    assert client.get(answer["Location"])["Location"] == change.get_absolute_url()
    assert (
        "menunggu kurator" in client.post("/id/perajin/perubahan/UJI-1/mulai/", follow=True).content.decode()
    )
    client.force_login(wulan)
    assert "Tas pandan anyam" in client.get("/kelola/kurasi/perubahan/").content.decode()
    desk = f"/kelola/kurasi/perubahan/{change.pk}/"
    assert "<ins>" in client.get(desk).content.decode()
    assert client.post(desk, {"is_accepted": "ya", "answer": "ya"}).status_code == 422
    assert client.post(desk, {"is_accepted": "ya", "answer": ANSWER})["Location"] == (
        "/kelola/kurasi/perubahan/"
    )
    client.force_login(sari)
    assert ANSWER in client.get(change.get_absolute_url()).content.decode()
    assert Product.objects.get(pk=product.pk).price == Rupiah(275_000)

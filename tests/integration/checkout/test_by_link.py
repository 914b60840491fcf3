"""An artisan answers from a message: once, within its time, for what it was sent for, and nobody else at all."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.audit.models import Line as AuditLine
from iccn.notices.models import Notice
from iccn.refusals import Refusal
from store.checkout.artisan.by_link import limits, services
from store.links.models import OneTimeLink
from store.links.refusals import LinkRevoked, NotYourLink, TooManyLinks, UnknownLink
from store.links.rules import fingerprint
from store.links.selectors import link_of
from store.links.services import make_link, revoke_link
from store.order.parcels import confirm_parcel
from store.order.refusals import NoSuchMove, NotYourParcel
from tests.factories.catalogue import make_product, make_variants
from tests.factories.checkout import placed
from tests.factories.parcels import pay

pytestmark = pytest.mark.django_db
Purpose = OneTimeLink.Purpose
CONFIRM, STOCK = Purpose.CONFIRM_ORDER, Purpose.SAY_STOCK


def sent(kind: str) -> str:
    """The address in the newest message of this kind."""
    text = Notice.objects.filter(kind=kind).order_by("-pk").values_list("text", flat=True)[0]
    return re.search(r"/(?:id|en)/t/[\w-]+/", text)[0]


def token_of(path: str) -> str:
    return path.split("/")[3]


def stock_link(product, user, **changes) -> str:
    fields = {
        "purpose": STOCK,
        "artisan": product.artisan,
        "user": user,
        "subject_id": product.pk,
        "by": user,
    }
    return make_link(**{**fields, **changes}).path


@pytest.fixture
def bag(artisan):
    return make_product(artisan, upc="TST-1", stock=5)


def test_a_new_order_brings_a_link_that_confirms_it_without_a_log_in(client, parcel, sari) -> None:
    path = sent("parcel_to_make")
    page = client.get(path)
    assert page.status_code == 200
    text = page.content.decode()
    assert parcel.order.number in text
    for secret in ("Rahma", "Jl. Mawar", "tamu@", "0812-9999-0000"):
        assert secret not in text
    answer = client.post(path)
    assert answer["Location"] == path
    parcel.refresh_from_db()
    assert parcel.state == "confirmed"
    assert "Jawaban Anda sudah kami terima." in client.get(path).content.decode()
    verbs = AuditLine.objects.filter(actor=f"user:{sari.pk}").values_list("verb", flat=True)
    assert {"link.used", "parcel.confirmed"} <= set(verbs)


def test_only_the_hash_of_a_token_is_kept(parcel) -> None:
    token = token_of(sent("parcel_to_make"))
    link = OneTimeLink.objects.get()
    assert link.token_hash == fingerprint(token) != token
    assert link_of(token) == link
    assert link.expires_at - link.made_at == timedelta(hours=48)


def test_looking_spends_nothing_however_often(client, parcel) -> None:
    """A messenger looks for its preview, a mail scanner follows the address, the artisan opens it twice."""
    path = sent("parcel_to_make")
    for _ in range(3):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
    parcel.refresh_from_db()
    assert (parcel.state, OneTimeLink.objects.get().used_at) == ("waiting", None)


def test_the_page_is_kept_by_nobody_and_told_to_nobody(client, parcel) -> None:
    page = client.get(sent("parcel_to_make"))
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    text = page.content.decode()
    assert 'content="noindex, nofollow"' in text
    assert 'rel="canonical"' not in text
    assert "og:url" not in text


def test_a_double_click_confirms_once(client, parcel) -> None:
    path = sent("parcel_to_make")
    assert [client.post(path).status_code for _ in range(2)] == [302, 200]
    assert AuditLine.objects.filter(verb="parcel.confirmed").count() == 1


def test_an_order_that_was_confirmed_by_another_way_says_so_and_spends_nothing(client, parcel, sari) -> None:
    path = sent("parcel_to_make")
    confirm_parcel(parcel=parcel, by=sari)
    assert client.post(path).status_code == 302
    assert "Pesanan ini sudah dikonfirmasi." in client.get(path).content.decode()
    assert OneTimeLink.objects.get().used_at is None


def test_a_tampered_token_opens_nothing(client, parcel) -> None:
    path = sent("parcel_to_make")
    for wrong in (path[:-2] + "/", path[:-2] + "xx/", "/id/t/x/"):
        answer = client.post(wrong)
        assert answer.status_code == 404
        assert "Tautan ini tidak kami kenal." in answer.content.decode()
    parcel.refresh_from_db()
    assert parcel.state == "waiting"


def test_who_tries_tokens_is_stopped(client, parcel, monkeypatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNKNOWN", 3)
    assert [client.get(f"/id/t/x{n}/").status_code for n in range(4)] == [404, 404, 404, 429]
    assert client.get(sent("parcel_to_make")).status_code == 200


def test_who_answers_too_often_waits(client, bag, sari, monkeypatch) -> None:
    monkeypatch.setattr(limits, "MOST_ANSWERS", 2)
    path = stock_link(bag, sari)
    assert [client.post(path, {f"stok-{bag.pk}": "x"}).status_code for _ in range(3)] == [422, 422, 429]


def test_a_link_for_stock_confirms_no_order_and_the_other_way_round(artisan, parcel, bag, sari) -> None:
    stock = link_of(token_of(stock_link(bag, sari, subject_id=parcel.pk)))
    with pytest.raises(UnknownLink):
        services.confirm_by_link(link=stock)
    confirm = link_of(token_of(stock_link(bag, sari, purpose=CONFIRM)))
    with pytest.raises(UnknownLink):
        services.count_by_link(link=confirm, pieces={bag.pk: 9})
    parcel.refresh_from_db()
    assert (parcel.state, OneTimeLink.objects.exclude(used_at=None).count()) == ("waiting", 0)


def test_a_link_reaches_nothing_of_another_artisan(parcel, budi) -> None:
    other = budi.partners.get()
    mine = make_product(other, upc="BUD-1")
    wrong = link_of(token_of(stock_link(mine, budi, purpose=CONFIRM, subject_id=parcel.pk)))
    with pytest.raises(UnknownLink):
        services.confirm_by_link(link=wrong)
    bag = parcel.lines.get().product
    right = link_of(token_of(stock_link(mine, budi)))
    for pieces in ({bag.pk: 1}, {}, {mine.pk: 1, bag.pk: 1}):
        with pytest.raises(UnknownLink):
            services.count_by_link(link=right, pieces=pieces)


def test_an_old_link_says_so_and_brings_a_new_one(client, parcel) -> None:
    path = sent("parcel_to_make")
    past = timezone.now() - timedelta(hours=49)
    OneTimeLink.objects.update(made_at=past, expires_at=past + timedelta(hours=48))
    old = client.post(path)
    assert old.status_code == 410
    assert "Kirim tautan baru" in old.content.decode()
    assert client.post(f"{path}lagi/")["Location"] == path
    new = sent("parcel_link")
    assert new != path
    assert client.get(path).status_code == 410
    client.post(new)
    parcel.refresh_from_db()
    assert parcel.state == "confirmed"
    client.post(f"{path}lagi/")
    client.post("/id/t/x/lagi/")
    assert Notice.objects.filter(kind="parcel_link", channel="email").count() == 1


def test_a_new_link_takes_the_old_one_back(client, room, parcel) -> None:
    path = sent("parcel_to_make")
    room.post(f"/id/perajin/pesanan/{parcel.pk}/", {"send_link": "1"})
    gone = client.get(path)
    assert gone.status_code == 410
    assert "Tautan ini sudah dibatalkan." in gone.content.decode()
    assert client.get(sent("parcel_link")).status_code == 200


def test_she_takes_a_link_back(client, room, parcel) -> None:
    room.post(f"/id/perajin/pesanan/{parcel.pk}/", {"revoke_links": "1"})
    assert client.post(sent("parcel_to_make")).status_code == 410
    assert "Kirim tautan" in room.get(f"/id/perajin/pesanan/{parcel.pk}/").content.decode()


def test_who_left_the_shop_answers_no_more(client, parcel, artisan, sari) -> None:
    path = sent("parcel_to_make")
    artisan.users.remove(sari)
    assert client.post(path).status_code == 410
    with pytest.raises(LinkRevoked):
        services.confirm_by_link(link=OneTimeLink.objects.get())


def test_more_than_three_links_an_hour_are_refused(parcel, sari) -> None:
    for _ in range(3):
        services.send_confirm_link(parcel=parcel, by=sari)
    with pytest.raises(TooManyLinks):
        services.send_confirm_link(parcel=parcel, by=sari)
    assert OneTimeLink.objects.filter(revoked_at=None).count() == 1


def test_staff_send_and_take_back_and_strangers_do_not(parcel, bag, sari, joko, budi, wulan, eko) -> None:
    link = OneTimeLink.objects.get()
    for user in (joko, budi, wulan, eko):
        for verb in (services.send_confirm_link, services.revoke_confirm_links):
            with pytest.raises(NotYourParcel):
                verb(parcel=parcel, by=user)
        with pytest.raises(NotYourLink):
            revoke_link(link=link, by=user)
        with pytest.raises(Refusal):
            services.send_stock_link(product=bag, by=user)
    joko.is_superuser = True
    assert [one.user for one in services.send_confirm_link(parcel=parcel, by=joko)] == [sari]
    assert len(services.revoke_confirm_links(parcel=parcel, by=joko)) == 1
    assert [one.user for one in services.send_stock_link(product=bag, by=joko)] == [sari]
    revoked = OneTimeLink.objects.filter(purpose=CONFIRM).first()
    assert revoke_link(link=revoked, by=sari).revoked_at == revoked.revoked_at


def test_a_confirmed_parcel_needs_no_link(parcel, sari) -> None:
    confirm_parcel(parcel=parcel, by=sari)
    with pytest.raises(NoSuchMove):
        services.send_confirm_link(parcel=parcel, by=sari)


def test_stock_is_said_by_link(client, bag, sari) -> None:
    path = stock_link(bag, sari)
    assert f'name="stok-{bag.pk}" value="5"' in client.get(path).content.decode()
    assert client.post(path, {f"stok-{bag.pk}": "12"}).status_code == 302
    assert bag.stockrecords.get().num_in_stock == 12
    assert client.post(path, {f"stok-{bag.pk}": "1"}).status_code == 200
    assert bag.stockrecords.get().num_in_stock == 12


def test_stock_of_each_variant_is_said_by_one_link_or_none_is(client, artisan, sari, village) -> None:
    product = make_variants(artisan, upc="TST-8")
    first, second = product.variants[:2]
    placed(first, village.code, quantity=2)
    path = stock_link(product, sari)
    typed = {f"stok-{one.pk}": "7" for one in product.variants} | {f"stok-{first.pk}": "1"}
    answer = client.post(path, typed)
    assert answer.status_code == 422
    assert "2 buah sudah dijanjikan kepada pembeli." in answer.content.decode()
    assert f'name="stok-{first.pk}" value="1"' in answer.content.decode()
    assert second.stockrecords.get().num_in_stock == 5
    assert client.post(path, typed | {f"stok-{first.pk}": "2"}).status_code == 302
    assert [one.stockrecords.get().num_in_stock for one in product.variants] == [2, 7, 7, 7, 7]


@pytest.mark.parametrize("typed", ["", "dua", "-1", "100000", "1.5"])
def test_what_is_no_number_is_kept_and_explained(client, bag, sari, typed) -> None:
    answer = client.post(stock_link(bag, sari), {f"stok-{bag.pk}": typed})
    assert answer.status_code == 422
    assert bag.stockrecords.get().num_in_stock == 5


def test_when_few_are_left_the_artisan_is_asked_once(artisan, village) -> None:
    bag = make_product(artisan, upc="TST-1", stock=4)
    pay(placed(bag, village.code))
    assert not Notice.objects.filter(kind="stock_to_say").exists()
    pay(placed(bag, village.code))
    assert sent("stock_to_say")
    pay(placed(bag, village.code))
    assert Notice.objects.filter(kind="stock_to_say", channel="email").count() == 1


def test_what_is_made_to_order_is_asked_by_nobody(artisan, sari, village) -> None:
    mat = make_product(artisan, upc="TST-1", made_to_order=True)
    pay(placed(mat, village.code))
    with pytest.raises(Refusal):
        services.send_stock_link(product=mat, by=sari)
    assert not Notice.objects.filter(kind="stock_to_say").exists()


def test_a_stock_link_that_ran_out_comes_again(client, bag, sari) -> None:
    path = stock_link(bag, sari)
    past = timezone.now() - timedelta(hours=49)
    OneTimeLink.objects.update(made_at=past, expires_at=past + timedelta(hours=48))
    client.post(f"{path}lagi/")
    assert client.get(sent("stock_to_say")).status_code == 200

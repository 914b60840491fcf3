"""A member asks to sell; the chapter's coordinator accepts. Nobody else may."""

import pytest

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.chapters.refusals import NotCoordinator
from iccn.members.services import confirm_member, register_member
from store.partner.models import Partner
from store.partner.refusals import NotConfirmed, SellsAlready
from store.partner.services import accept_artisan, open_shop
from tests.conftest import person


@pytest.fixture
def lilis(bandung, village):
    """A member of Bandung who does not sell yet."""
    sync_roles()
    user = person("Lilis")
    return register_member(chapter=bandung, name="Lilis", user=user, village=village)


def shop_of(member, **changes):
    fields = {"member": member, "code": "lilis", "craft": "Batik", "by": member.user, **changes}
    return open_shop(**fields)


def test_a_member_becomes_an_artisan_who_waits(lilis) -> None:
    artisan = shop_of(lilis, story="Cerita", is_public=True)

    assert (artisan.name, artisan.code, artisan.craft) == ("Lilis", "lilis", "Batik")
    assert (artisan.is_public, artisan.is_accepted) == (True, False)
    assert list(artisan.users.all()) == [lilis.user]
    assert Line.objects.filter(verb="artisan.opened").count() == 1


def test_a_community_without_a_log_in_may_sell_too(bandung) -> None:
    member = register_member(chapter=bandung, name="Kelompok Awi", by="system:test")

    artisan = open_shop(member=member, code="awi", craft="Bambu", by="system:test")

    assert not artisan.users.exists()


def test_one_member_has_one_shop(lilis) -> None:
    shop_of(lilis)

    with pytest.raises(SellsAlready):
        shop_of(lilis, code="lilis-2")
    assert Partner.objects.count() == 1


def test_the_coordinator_accepts_once(lilis, bagus) -> None:
    artisan = shop_of(lilis)
    confirm_member(member=lilis, by=bagus)

    accept_artisan(artisan=artisan, by=bagus)
    again = accept_artisan(artisan=artisan, by=bagus)

    assert again.is_accepted
    assert lilis.user.groups.filter(name=roles.ARTISAN).exists()
    assert Line.objects.filter(verb="artisan.accepted").count() == 1


def test_who_is_not_confirmed_is_not_accepted(lilis, bagus) -> None:
    artisan = shop_of(lilis)

    with pytest.raises(NotConfirmed):
        accept_artisan(artisan=artisan, by=bagus)
    artisan.refresh_from_db()
    assert not artisan.is_accepted


def test_joko_accepts_nobody(lilis, bagus, joko) -> None:
    artisan = shop_of(lilis)
    confirm_member(member=lilis, by=bagus)

    with pytest.raises(NotCoordinator):
        accept_artisan(artisan=artisan, by=joko)
    artisan.refresh_from_db()
    assert not artisan.is_accepted

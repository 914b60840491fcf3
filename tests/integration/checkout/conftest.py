"""An artisan's room: what is hers, and another artisan who must not see it."""

import pytest

from iccn.members.models import Member
from store.order.models import Order, Parcel
from store.partner.models import Partner
from tests.conftest import person
from tests.factories.catalogue import make_product
from tests.factories.checkout import placed
from tests.factories.parcels import pay
from tests.factories.profit import lay_the_books


@pytest.fixture
def artisan(sari) -> Partner:
    lay_the_books()
    return Partner.objects.get(code="sari")


@pytest.fixture
def order(artisan, village) -> Order:
    return placed(make_product(artisan, upc="TST-1"), village.code)


@pytest.fixture
def parcel(order) -> Parcel:
    return pay(order)


@pytest.fixture
def room(client, sari):
    client.force_login(sari)
    return client


@pytest.fixture
def budi(jepara):
    """Another artisan, of another chapter."""
    user = person("Budi", "artisan")
    member = Member.objects.create(chapter=jepara, user=user, name="Budi")
    Partner.objects.create(name="Budi", code="budi", member=member, is_accepted=True).users.add(user)
    return user

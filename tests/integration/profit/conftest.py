import pytest

from store.partner.models import Partner
from tests.factories.profit import lay_the_books


@pytest.fixture
def _books(sari, jepara) -> None:
    """The standard accounts, the example policy and fees, two artisans of two chapters."""
    Partner.objects.create(name="Dayu", code="dayu", is_accepted=True)
    lay_the_books()

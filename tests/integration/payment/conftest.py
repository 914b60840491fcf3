import pytest

from store.order.models import Order
from store.payment.models import Attempt
from store.payment.services import start_attempt
from tests.factories.payment import make_order
from tests.factories.profit import lay_the_books


@pytest.fixture
def order(sari) -> Order:
    lay_the_books()
    return make_order()


@pytest.fixture
def start(order, midtrans):
    """Begins an attempt at the simulator."""

    def begin(method: str = "qris") -> Attempt:
        return start_attempt(order=order, method=method)

    return begin

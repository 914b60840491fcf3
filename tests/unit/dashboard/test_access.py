"""Which pages of Oscar's dashboard are open at all."""

import pytest

from store.dashboard.access import is_open


@pytest.mark.parametrize(
    ("name", "method", "answer"),
    [
        ("index", "GET", True),
        ("index", "POST", False),
        ("order-detail", "GET", True),
        ("order-detail", "POST", False),
        ("catalogue-product", "POST", True),
        ("catalogue-product-create", "GET", False),
        ("catalogue-product-delete", "POST", False),
        ("catalogue-category-update", "POST", True),
        ("catalogue-category-delete", "GET", False),
        ("partner-user-link", "POST", False),
        ("users-index", "GET", False),
        (None, "GET", False),
    ],
)
def test_only_what_cannot_write_past_a_service_is_open(name, method, answer):
    assert is_open(name, method) is answer

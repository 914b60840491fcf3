from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from store.partner.models import Partner


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Wordings are cached, and a request leaves its language behind; a test begins without either."""
    cache.clear()
    with translation.override("id"):
        yield


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")

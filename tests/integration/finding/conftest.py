from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from content.home.services import Foundation, lay_foundation, publish_standard
from iccn.accounts.services import sync_roles
from store.partner.models import Partner
from store.search.services import reindex, seed_variants
from tests.factories import pages
from tests.factories.catalogue import make_product


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    with translation.override("id"):
        yield


@pytest.fixture
def site(db, sari) -> Foundation:
    """Pages, a class, two pieces of news, a page, a chapter, a maker and a product; weaving is in most of them."""
    sync_roles()
    foundation = lay_foundation()
    seed_variants()
    artisan = Partner.objects.get(code="sari")
    make_product(artisan, upc="A")
    list(reindex())
    pages.photo_class()
    pages.news(1)
    both = {
        "id": pages.words("Belajar menganyam", "Anyaman pandan dari Bandung."),
        "en": pages.words("Learning to weave", "Pandan weaving from Bandung."),
    }
    publish_standard(slug="belajar-menganyam", words=both)
    return foundation

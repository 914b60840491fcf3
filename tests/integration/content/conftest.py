from collections.abc import Iterator

import pytest
from django.utils import translation

from content.home.services import Foundation, lay_foundation
from iccn.accounts.services import sync_roles


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    """A request leaves its language behind; a test begins in Indonesian."""
    with translation.override("id"):
        yield


@pytest.fixture
def laid(db) -> Foundation:
    """Pages, rights and the workflow as on the first day."""
    sync_roles()
    return lay_foundation()

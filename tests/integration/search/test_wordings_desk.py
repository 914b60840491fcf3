"""Editors keep the wordings in the Wagtail admin."""

import pytest
from django.test import RequestFactory
from wagtail import hooks

from iccn.accounts.services import sync_roles
from store.search.models import Variant
from store.search.selectors import known_variants

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hook", ["after_create_snippet", "after_edit_snippet", "after_delete_snippet"])
def test_an_editors_row_is_used_by_the_next_search(hook, django_capture_on_commit_callbacks):
    assert ("opak",) not in known_variants().same
    row = Variant.objects.create(word="opak", means="keripik")
    with django_capture_on_commit_callbacks(execute=True):
        for act in hooks.get_hooks(hook):
            act(RequestFactory().get("/"), row)
    assert known_variants().same[("opak",)] == (("keripik",),)


def test_editors_and_curators_may_and_nobody_else(ratna, wulan, joko, sari, dewi):
    sync_roles()
    may = [one.name for one in (ratna, wulan, joko, sari, dewi) if one.has_perm("search.change_variant")]
    assert may == ["Ratna", "Wulan"]

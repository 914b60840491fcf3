"""Wagtail's search on a real Elasticsearch node, and without it."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection as database
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from content.finding.pages import find_pages
from content.finding.state import Section
from iccn.config import search_backend
from iccn.config.settings.wagtail import page_search
from store.api.finding import Meaning
from store.search.engines.breaker import CircuitBreaker
from tests.factories.elastic_node import WITHOUT_NODE, Node, NoNodeError, shared_folder, start_node

pytestmark = pytest.mark.django_db
NOWHERE = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def node() -> Node:
    try:
        return start_node(shared_folder())
    except NoNodeError as reason:
        pytest.skip(f"{WITHOUT_NODE}: {reason}")


@pytest.fixture(autouse=True)
def _closed(monkeypatch) -> None:
    monkeypatch.setattr(search_backend, "breaker", CircuitBreaker())


@pytest.fixture
def cluster(node, site, settings) -> Iterator[None]:
    """Pages indexed on the node, and the database's own index emptied, so that only the node can answer."""
    prefix = f"{database.settings_dict['NAME']}_wagtail_".lower()
    settings.WAGTAILSEARCH_BACKENDS = page_search(urls=[node.url], prefix=prefix, timeout=20)
    call_command("update_index", backend_name="default", stdout=StringIO())
    IndexEntry.objects.all().delete()
    yield
    node_client = get_search_backend("default").es
    for name in node_client.indices.get(index=f"{prefix}*"):
        node_client.indices.delete(index=name)


def titles(text: str, section: Section) -> list[str]:
    ids = find_pages(Meaning.of(text)).get(section, [])
    by_id = dict(Page.objects.values_list("pk", "title"))
    return [by_id[one] for one in ids]


def test_the_node_finds_pages_by_other_forms_of_their_words(cluster) -> None:
    assert titles("anyaman", Section.PAGES) == ["Belajar menganyam"]
    assert titles("foto produk", Section.CLASSES)[:1] == ["Foto produk dengan ponsel"]
    assert find_pages(Meaning.of("weaving")) == {}  # the English page is not on the Indonesian site
    assert Page.objects.search("menganyam").count() == 1


def test_the_node_completes_the_beginning_of_a_title_for_the_editors_chooser(cluster) -> None:
    assert [page.title for page in Page.objects.autocomplete("belajar menga")] == ["Belajar menganyam"]


def test_without_an_index_the_database_answers(site, node, settings) -> None:
    settings.WAGTAILSEARCH_BACKENDS = page_search(urls=[node.url], prefix="never_built_", timeout=20)
    assert titles("anyaman", Section.PAGES) == ["Belajar menganyam"]
    page = Page.objects.get(slug="belajar-menganyam", locale__language_code="id").specific
    page.save()
    assert not get_search_backend("default").get_index_for_model(Page).exists()


def test_without_the_node_the_database_answers_and_the_node_is_left_alone(site, settings, client) -> None:
    settings.WAGTAILSEARCH_BACKENDS = page_search(urls=[NOWHERE], prefix="x_", timeout=0.5)
    for _time in range(4):
        assert titles("anyaman", Section.PAGES) == ["Belajar menganyam"]
    assert search_backend.breaker.is_open
    assert Page.objects.search("menganyam").count() == 1
    assert "Belajar menganyam" in [page.title for page in Page.objects.autocomplete("menga")]
    assert Page.objects.search("menganyam").facet("content_type_id")
    assert "Belajar <mark>menganyam</mark>" in client.get("/id/cari/?q=anyaman").content.decode()

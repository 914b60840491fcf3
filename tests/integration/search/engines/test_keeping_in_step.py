"""The index keeps in step with the table, on a real node: changes, drift, rebuilds, a full disk, a new mapping."""

from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from elasticsearch.dsl.field import Keyword

from store.search import unsent
from store.search.engines import choice
from store.search.engines.elasticsearch import bodies, index, mapping, rebuild, writing
from store.search.engines.elasticsearch.client import Connection, writer
from store.search.engines.port import ProductQuery
from store.search.models import ProductDocument, Unsent
from tests.factories.documents import make_documents
from tests.integration.search.engines.conftest import bring_in_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(cluster) -> Connection:
    make_documents([{"title": "Tas"}, {"title": "Kain"}, {"title": "Topi"}])
    bring_in_step(cluster)
    return cluster


@pytest.fixture
def newer_code(cluster, monkeypatch) -> Iterator[None]:
    """A version of this code with one more field."""
    monkeypatch.setitem(mapping.FIELDS, "colour", Keyword())
    index._fingerprint.cache_clear()
    yield
    monkeypatch.undo()
    index._fingerprint.cache_clear()


def change(called: str, **fields: object) -> ProductDocument:
    document = ProductDocument.objects.get(title=called)
    for name, value in {**fields, "digest": f"{document.digest[:-1]}x"}.items():
        setattr(document, name, value)
    document.save()
    return document


def titles(to: Connection, name: str = "") -> set[str]:
    """What the index holds."""
    indices = writer(to).indices
    indices.refresh(index=name or index.alias(to))
    answer = writer(to).search(index=name or index.alias(to), size=1_000)
    return {one["_source"]["card"]["title"] for one in answer["hits"]["hits"]}


def our_indices(to: Connection) -> list[str]:
    return sorted(writer(to).indices.get_alias(index=index.family(to)))


# --- changes ----------------------------------------------------------------------------------------------


def test_what_changes_and_what_goes_reaches_the_index(filled):
    changed, gone = change("Tas", title="Tas baru"), ProductDocument.objects.get(title="Kain")
    unsent.remember([changed.pk, gone.pk])
    gone.delete()
    assert unsent.send_waiting() == 2
    assert titles(filled) == {"Tas baru", "Topi"}
    assert not Unsent.objects.exists()
    assert unsent.send_waiting() == 0


def test_an_older_state_that_comes_late_changes_nothing(filled):
    old = ProductDocument.objects.get(title="Tas")
    new = change("Tas", title="Tas baru")
    writing.send(filled, [new.pk], index.targets(filled))
    late = writing.send_rows(filled, [old], index.alias(filled))
    assert (late.arrived, late.refused, late.delayed) == (1, {}, {})
    assert "Tas baru" in titles(filled)


def test_before_the_first_rebuild_there_is_nothing_to_keep_in_step(cluster):
    writer(cluster).indices.delete(index=index.family(cluster))
    document = make_documents([{"title": "Tas"}])[0]
    unsent.remember([document.pk])
    assert unsent.send_waiting() == 1
    assert our_indices(cluster) == []


def test_a_document_that_will_never_be_taken_is_told_and_does_not_block_the_others(filled, caplog):
    bad, good = change("Tas", rating=5.0), change("Kain", title="Kain baru")
    ProductDocument.objects.filter(pk=bad.pk).update(category_ids=[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bodies, "mark_of", lambda *values: {"no": "mark"} if values[4] else "mark")
        unsent.remember([bad.pk, good.pk])
        assert unsent.send_waiting() == 2
    assert titles(filled) == {"Tas", "Kain baru", "Topi"}
    assert not Unsent.objects.exists()
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert list(told.msg["reasons"]) == [bad.pk]


def test_on_a_full_disk_searches_go_on_and_changes_wait_until_there_is_room(filled, monkeypatch):
    monkeypatch.setattr(writing, "TRIES", 0)
    block = "index.blocks.read_only_allow_delete"
    writer(filled).indices.put_settings(index=index.alias(filled), settings={block: True})
    try:
        changed = change("Tas", title="Tas baru")
        unsent.remember([changed.pk])
        assert unsent.send_waiting() == 0
        assert Unsent.objects.count() == 1
        assert titles(filled) == {"Tas", "Kain", "Topi"}
    finally:
        writer(filled).indices.put_settings(index=index.alias(filled), settings={block: None})
    assert unsent.send_waiting() == 1
    assert titles(filled) == {"Tas baru", "Kain", "Topi"}


# --- drift ------------------------------------------------------------------------------------------------


def test_drift_of_every_kind_is_found_and_mended(filled):
    different = ProductDocument.objects.get(title="Kain")
    to = {"index": index.alias(filled), "refresh": True}
    writer(filled).update(id=str(different.pk), doc={"mark": "old"}, **to)
    surplus = make_documents([{"title": "Sisa"}])[0]
    writing.send(filled, [surplus.pk], index.targets(filled))
    ProductDocument.objects.filter(pk=surplus.pk).delete()
    new = make_documents([{"title": "Baru"}])[0]

    found = rebuild.drift(filled, index.alias(filled))
    assert (found.lacking, found.different, found.surplus) == ((new.pk,), (different.pk,), (surplus.pk,))
    assert choice.tend_index() == "mended: 3"
    assert rebuild.drift(filled, index.alias(filled)).products == ()
    assert titles(filled) == {"Tas", "Kain", "Topi", "Baru"}


def test_a_turn_in_the_rotation_is_part_of_the_comparison(filled):
    ProductDocument.objects.filter(title="Tas").update(turn=77)
    found = rebuild.mend(filled, index.alias(filled))
    assert len(found.different) == 1
    assert rebuild.drift(filled, index.alias(filled)).products == ()


# --- rebuilds ---------------------------------------------------------------------------------------------


def test_a_change_made_during_a_rebuild_is_in_the_new_index(filled, monkeypatch):
    monkeypatch.setattr(rebuild, "CHUNK", 1)
    old = index.serving(filled)
    batches = rebuild.rebuild(filled)
    next(batches)  # "Tas" has been copied
    told = change("Tas", title="Tas diumumkan")
    unsent.remember([told.pk])
    unsent.send_waiting()
    next(batches)
    change("Kain", title="Kain tanpa kabar")  # nobody says so: its mark does
    ProductDocument.objects.filter(title="Topi").delete()
    list(batches)
    assert titles(filled) == {"Tas diumumkan", "Kain tanpa kabar"}
    assert index.serving(filled) != old
    assert our_indices(filled) == index.serving(filled)


def test_a_half_built_index_serves_nobody_and_goes_with_the_next_rebuild(filled, monkeypatch):
    monkeypatch.setattr(rebuild, "CHUNK", 1)
    before = index.serving(filled)
    broken = rebuild.rebuild(filled)
    next(broken)
    broken.close()  # as when the process is killed
    assert index.serving(filled) == before
    assert len(our_indices(filled)) == 2
    assert titles(filled) == {"Tas", "Kain", "Topi"}
    assert list(rebuild.rebuild(filled)) == [1, 1, 1]
    assert our_indices(filled) == index.serving(filled)


def test_an_index_that_lacks_products_does_not_go_live(filled, monkeypatch):
    before = index.serving(filled)
    bad = ProductDocument.objects.get(title="Kain").pk
    body_of = writing.body_of
    monkeypatch.setattr(
        writing,
        "body_of",
        lambda row: {**body_of(row), "price": "mahal"} if row.pk == bad else body_of(row),
    )
    with pytest.raises(CommandError, match=rf"did not take 1 products \({bad}: document_parsing_exception"):
        call_command("rebuild_search", "--index", verbosity=0)
    assert index.serving(filled) == before
    assert titles(filled) == {"Tas", "Kain", "Topi"}


def test_one_rebuild_at_a_time(filled, monkeypatch):
    monkeypatch.setattr(rebuild, "LOCK", rebuild.LOCK + 1)  # not that of another test
    with rebuild.only_one(), in_another_session() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [rebuild.LOCK])
        assert cursor.fetchone() == (False,)
    with in_another_session() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [rebuild.LOCK])
        with pytest.raises(rebuild.RebuildRunsError, match="Another rebuild"):
            list(rebuild.rebuild(filled))


def in_another_session():
    params = connection.get_connection_params()
    return psycopg.connect(**{name: params[name] for name in ("host", "user", "dbname")}).cursor()


def test_newer_code_is_served_by_the_database_until_its_own_index_is_there(filled, newer_code):
    engine = choice.resilient(filled)
    assert index.serving(filled) == []
    assert choice.engine_state()["reason"] == "404 index is not built: run rebuild_search"
    assert [hit.title for hit in asked(engine)] == ["Topi", "Kain", "Tas"]
    old = our_indices(filled)
    assert choice.tend_index() == "made anew: 3"
    assert our_indices(filled) == index.serving(filled) != old
    assert choice.engine_state() == {"engine": "elasticsearch", "degraded": False, "changes_waiting": 0}
    assert [hit.title for hit in asked(engine.first)] == ["Topi", "Kain", "Tas"]


def asked(engine):
    return engine.find(ProductQuery(), (), widen=False).hits


def test_an_index_says_which_mapping_it_has_and_takes_no_unknown_field(filled):
    (name,) = index.serving(filled)
    told = writer(filled).indices.get_mapping(index=name)[name]["mappings"]
    assert told["_meta"] == {"mapping": mapping.fingerprint()}
    assert told["dynamic"] == "strict"


def test_a_red_index_is_not_searched_in_part(filled):
    engine = choice.resilient(filled)
    (old,) = index.serving(filled)
    red = f"{old}-red"
    nowhere = {"index.routing.allocation.require._name": "nowhere", "number_of_replicas": 0}
    indices = writer(filled).indices
    indices.create(index=red, settings=nowhere, mappings=mapping.mapping(), wait_for_active_shards="0")
    moved = [{"remove": {"index": old, "alias": index.alias(filled)}},
             {"add": {"index": red, "alias": index.alias(filled)}}]  # fmt: skip
    indices.update_aliases(actions=moved)
    try:
        assert choice.engine_state()["reason"] == "the index is red: parts of it are missing"
        assert [hit.title for hit in asked(engine)] == ["Topi", "Kain", "Tas"]
        assert engine.breaker.reason == "503 search_phase_execution_exception"
    finally:
        engine.breaker.succeeded()
        indices.delete(index=red)
        list(rebuild.rebuild(filled))

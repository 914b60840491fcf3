"""A cluster in trouble: the shopper gets the right products from the database, at once or within the time limit."""

import ipaddress
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.management import CommandError, call_command

from iccn.config import heartbeat
from iccn.config.preparing import STEPS
from store.search import unsent
from store.search.engines import choice
from store.search.engines.elasticsearch import writing
from store.search.engines.elasticsearch.client import connection
from store.search.engines.port import ProductQuery, Sort
from store.search.models import ProductDocument, Unsent
from store.search.selectors import find_products
from tests.factories.catalogue import make_product
from tests.factories.documents import make_documents
from tests.factories.fake_cluster import FakeCluster, always, error, fake_cluster, hang

pytestmark = pytest.mark.django_db

TROUBLES = {
    "broken": (always(error("internal_server_error", 500)), "500 internal_server_error"),
    "red": (always(error("search_phase_execution_exception", 503)), "503 search_phase_execution_exception"),
    "too busy": (
        always(error("es_rejected_execution_exception", 429)),
        "429 es_rejected_execution_exception",
    ),
    "no index": (
        always(error("index_not_found_exception", 404)),
        "404 index is not built: run rebuild_search",
    ),
    "another mapping": (always(error("query_shard_exception", 400)), "400 query_shard_exception"),
    "no right": (always(error("security_exception", 403)), "403 security_exception"),
    "a proxy's page": (always((200, "<html>Selamat datang</html>")), "UnsupportedProductError"),
    "other JSON": (always((200, {"hello": "world"})), "StrangeAnswerError"),
    "cut off JSON": (always((200, {"hits": {"hits": [{}]}})), "StrangeAnswerError"),
    "hanging": (hang, "ConnectionTimeout"),
}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def products(db) -> list[ProductDocument]:
    return make_documents([{"title": "Tas pandan"}, {"title": "Keripik"}, {"title": "Tas rotan"}])


def speak_to(server: FakeCluster, settings) -> None:
    settings.ELASTICSEARCH_URL = server.url
    settings.ELASTICSEARCH_TIMEOUT_MS = 150


@pytest.fixture(params=TROUBLES)
def trouble(request, settings) -> Iterator[tuple[FakeCluster, str]]:
    behave, reason = TROUBLES[request.param]
    with fake_cluster(behave) as server:
        speak_to(server, settings)
        yield server, reason


def found() -> list[str]:
    return [hit.title for hit in find_products(ProductQuery(words="tas", sort=Sort.RELEVANCE)).hits]


def test_the_database_answers_and_the_circuit_opens_at_the_third_failure(products, trouble, client):
    heartbeat.beat()
    server, reason = trouble
    asked = []
    for _search in range(5):
        assert found() == ["Tas rotan", "Tas pandan"]
        asked.append(len(server.asked))
    assert asked == [1, 2, 3, 3, 3]
    breaker = choice.resilient(connection()).breaker
    assert (breaker.is_open, breaker.reason) == (True, reason)

    answer = client.get("/health/")
    assert answer.status_code == 200
    told = answer.json()["search"]
    assert (told["ok"], told["degraded"], told["engine"], told["fallback"]) == (
        True,
        True,
        "elasticsearch",
        "database",
    )
    assert told["reason"]


def test_a_cluster_that_is_not_there_is_no_trouble_for_a_shopper(products, settings, client):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    for _search in range(4):
        page = client.get("/id/toko/", {"q": "tas"})
        assert page.status_code == 200
        assert page.content.count(b"Tas rotan") > 0
    told = choice.engine_state()
    assert (told["degraded"], told["reason"]) == (True, "ConnectionError")


def test_one_slow_answer_does_not_open_the_circuit(products, settings):
    answers = iter([error("timeout", 504), error("timeout", 504)])
    with fake_cluster(lambda *_asked: next(answers)) as server:
        speak_to(server, settings)
        assert [found(), found()] == [["Tas rotan", "Tas pandan"]] * 2
        assert not choice.resilient(connection()).breaker.is_open


def test_it_is_asked_again_after_the_pause_and_closes_on_an_answer(products, settings):
    clock = Clock()
    with fake_cluster(always(error("internal_server_error", 500))) as server:
        speak_to(server, settings)
        breaker = choice.resilient(connection()).breaker
        breaker.clock = clock
        for _search in range(3):
            found()
        clock.now += breaker.pause
        nothing = {"took": 1, "hits": {"total": {"value": 0}, "hits": []}, "aggregations": {}}
        server.behave = always((200, nothing))
        assert found() == []  # the cluster's own answer
        assert not breaker.is_open


# --- writing ----------------------------------------------------------------------------------------------


def bulk_of(status: int) -> dict[str, object]:
    item = {"_index": "x", "_id": "1", "status": status}
    return {"took": 1, "errors": status > 299, "items": [{"index": item}]}


@pytest.fixture
def impatient(monkeypatch) -> None:
    monkeypatch.setattr(writing, "FIRST_PAUSE", 0.0)


def test_a_busy_cluster_is_given_time_and_gets_the_documents_at_last(products, settings, impatient):
    answers = iter([error("es_rejected_execution_exception", 429), (200, bulk_of(429)), (200, bulk_of(201))])
    with fake_cluster(lambda *_asked: next(answers)) as server:
        speak_to(server, settings)
        sent = writing.send(connection(), [products[0].pk], ["x"])
        assert (sent.arrived, sent.refused, sent.delayed, len(server.asked)) == (1, {}, {}, 3)


def test_patience_ends_and_what_was_not_taken_is_told_by_product(products, settings, impatient):
    with fake_cluster(always((200, bulk_of(429)))) as server:
        speak_to(server, settings)
        sent = writing.send(connection(), [products[0].pk], ["x"])
        assert (sent.arrived, sent.refused) == (0, {})
        assert list(sent.delayed) == [1]
        assert len(server.asked) == writing.TRIES + 1


@pytest.mark.parametrize("behave", [hang, always(error("internal_server_error", 500))])
def test_changes_wait_while_the_cluster_does_not_answer(products, settings, behave):
    with fake_cluster(behave) as server:
        speak_to(server, settings)
        unsent.remember([products[0].pk])
        assert unsent.send_waiting() == 0
        assert [note.product for note in Unsent.objects.all()] == [products[0].pk]


def test_without_a_cluster_nothing_is_noted_and_nothing_sent(products):
    unsent.remember([products[0].pk])
    assert (Unsent.objects.count(), unsent.send_waiting()) == (0, 0)
    assert choice.tend_index() == "no Elasticsearch is set"
    assert choice.engine_state() == {"engine": "database"}


def test_changes_that_wait_too_long_are_told_by_health(products, settings):
    well = {"status": "green", "hits": {}}
    with fake_cluster(always((200, well))) as server:
        speak_to(server, settings)
        unsent.remember([products[0].pk])
        assert choice.engine_state() == {"engine": "elasticsearch", "degraded": False, "changes_waiting": 1}
        Unsent.objects.update(since=datetime.now(UTC) - timedelta(minutes=6))
        assert choice.engine_state()["reason"] == "changes wait for more than five minutes"


def test_rebuilding_without_a_cluster_says_what_to_do(settings):
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is not set"):
        call_command("rebuild_search", "--index", verbosity=0)
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    with pytest.raises(CommandError, match="the database serves; see to the cluster"):
        call_command("rebuild_search", "--index", verbosity=0)
    assert choice.tend_index().startswith("not tended: ")


def test_a_start_makes_the_documents_even_when_the_cluster_is_gone(artisan, settings):
    make_product(artisan)
    ProductDocument.objects.all().delete()
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    (step,) = [step for step in STEPS if step.title == "Pencarian"]
    step.do()
    assert ProductDocument.objects.count() == 1


# --- TLS and keys -----------------------------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path) -> tuple[str, str]:
    """A certificate that vouches for itself, as a private cluster has."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = tmp_path / "ca.pem", tmp_path / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(paths[0]), str(paths[1])


def test_over_tls_with_our_own_authority_and_a_key(products, settings, certificate):
    nothing = {"took": 1, "hits": {"total": {"value": 0}, "hits": []}, "aggregations": {}}
    with fake_cluster(always((200, nothing))) as server:
        server.speak_tls(*certificate)
        speak_to(server, settings)
        settings.ELASTICSEARCH_TIMEOUT_MS = 5_000
        settings.ELASTICSEARCH_API_KEY = "a2V5OnNlY3JldA=="
        assert found() == ["Tas rotan", "Tas pandan"]  # an unknown authority is not believed
        assert server.asked == []
        settings.ELASTICSEARCH_CA_FILE = certificate[0]
        assert found() == []
        assert server.headers[0]["authorization"] == "ApiKey a2V5OnNlY3JldA=="

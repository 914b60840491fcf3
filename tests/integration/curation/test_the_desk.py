"""The curators' desk: who gets in, what the list costs, and what a form says when it is not right."""

import pytest

from iccn.accounts.services import sync_roles
from store.curation.models import Decision, Score
from store.curation.rubric import lay_first_rubric
from tests.factories.curation import make_sent

pytestmark = pytest.mark.django_db
LIST = "/kelola/kurasi/"
GOOD = {
    "mutu": "4",
    "asal": "5",
    "rancang": "3",
    "pasar": "4",
    "alam": "tb",
    "comment": "Tali perlu diperkuat.",
}
REASON = "Anyamannya rapat dan ceritanya kuat."


@pytest.fixture(autouse=True)
def _rubric(db) -> None:
    sync_roles()
    lay_first_rubric()


@pytest.fixture
def sent(sari):
    return make_sent(sari)


@pytest.fixture
def address(sent) -> str:
    return f"{LIST}{sent.pk}/"


@pytest.mark.parametrize("who", ["joko", "sari", "bagus", "ratna", "dewi"])
def test_nobody_but_curators_gets_in(who, request, client, address) -> None:
    client.force_login(request.getfixturevalue(who))
    for url in (LIST, f"{LIST}hasil/", address):
        assert client.get(url, follow=True).status_code == 403 or client.get(url).status_code == 302
        assert "Tas pandan motif kotak" not in client.get(url, follow=True).content.decode()
    for url in (f"{address}nilai/", f"{address}putusan/"):
        client.post(url, {**GOOD, "outcome": "selected", "reason": REASON})
    assert not Score.objects.exists()
    assert not Decision.objects.exists()


def test_a_curator_judges_and_the_other_is_blind_until_then(client, wulan, made, address) -> None:
    client.force_login(wulan)
    assert "1 pengajuan menunggu nilai Anda" in client.get(f"{LIST}saya/").content.decode()
    assert client.post(f"{address}nilai/", GOOD)["Location"] == address
    assert "81 dari 100" in client.get(address).content.decode()
    client.force_login(made)
    page = client.get(address).content.decode()
    assert "1 dari 2 kurator sudah menilai." in page
    assert "81 dari 100" not in page
    assert "Tali perlu diperkuat." not in page


def test_an_answer_left_out_is_asked_for_beside_it(client, wulan, address) -> None:
    client.force_login(wulan)
    answer = client.post(f"{address}nilai/", {**GOOD, "mutu": ""})
    assert answer.status_code == 422
    assert answer.content.decode().count("Beri nilai 1 sampai 5, atau pilih “tidak berlaku”.") == 2
    assert not Score.objects.exists()


def test_before_enough_scored_only_changes_can_be_asked(client, wulan, address, sent) -> None:
    client.force_login(wulan)
    client.post(f"{address}nilai/", GOOD)
    page = client.get(address).content.decode()
    assert ('value="changes_asked"' in page, 'value="selected"' in page) == (True, False)
    answer = client.post(f"{address}putusan/", {"outcome": "selected", "reason": REASON})
    assert answer.status_code == 409
    assert REASON in answer.content.decode()
    assert client.post(f"{address}putusan/", {"outcome": "changes_asked", "reason": "x"}).status_code == 422
    words = {"outcome": "changes_asked", "reason": REASON, "note_story": "Siapa yang menanam?"}
    assert client.post(f"{address}putusan/", words).status_code == 302
    assert Decision.objects.get().notes == {"story": "Siapa yang menanam?"}


def test_words_on_parts_go_only_with_changes(client, wulan, made, address) -> None:
    for curator in (wulan, made):
        client.force_login(curator)
        client.post(f"{address}nilai/", GOOD)
    words = {"outcome": "selected", "reason": REASON, "note_story": "Siapa yang menanam?"}
    answer = client.post(f"{address}putusan/", words)
    assert answer.status_code == 422
    assert "Catatan per bagian hanya sampai kepada perajin" in answer.content.decode()
    assert "Siapa yang menanam?" in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_verb_opened_by_its_address_leads_to_the_page(client, wulan, address) -> None:
    client.force_login(wulan)
    for verb in ("nilai/", "putusan/"):
        assert client.get(address + verb)["Location"] == address


def test_the_list_costs_the_same_for_one_and_for_many(
    client, wulan, sari, django_assert_max_num_queries
) -> None:
    client.force_login(wulan)
    for _ in range(4):
        make_sent(sari)
    client.get(LIST)  # the first look makes the small pictures
    with django_assert_max_num_queries(20):
        client.get(LIST)

"""A thousand submissions: list, board, what waits for me and the report stay quick; batches keep every rule."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.accounts.services import sync_roles
from store.curation import judging
from store.curation.desk import batch
from store.curation.desk import selectors as desk
from store.curation.models import Decision, DeskTargets, SavedFilter, Submission
from store.curation.rubric import lay_first_rubric
from tests.factories.curation import make_new, make_screened
from tests.factories.many_submissions import lay_submissions

pytestmark = pytest.mark.django_db
DESK = "/kelola/kurasi/"
REASON = "Anyamannya rapat dan ceritanya kuat."
GOOD, WEAK = 5, 2


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def curator(client, wulan):
    client.force_login(wulan)
    return client


def scored(submission, *curators, points=GOOD) -> Submission:
    rubric = lay_first_rubric()
    values = dict.fromkeys(rubric.weights, points)
    for one in curators:
        judging.score_submission(submission=submission, curator=one, rubric=rubric, values=values)
    submission.refresh_from_db()
    return submission


def shown(answer) -> set[str]:
    return {one.title for one in answer.context["object_list"]}


def test_a_thousand_are_listed_in_twelve_queries(
    curator, sari, wulan, made, django_assert_max_num_queries
) -> None:
    lay_submissions(sari.partners.get(), (wulan, made))
    SavedFilter.objects.create(user=wulan, name="Minggu ini", query="age=7")
    for page in ("", "?state=scoring&points=&words=pandan", "papan/", "saya/"):
        curator.get(DESK + page)  # the first look makes the small pictures and reads the choices
        with django_assert_max_num_queries(12):
            answer = curator.get(DESK + page)
        assert answer.status_code == 200


def test_the_report_over_a_thousand_costs_little(
    curator, sari, wulan, made, django_assert_max_num_queries
) -> None:
    lay_submissions(sari.partners.get(), (wulan, made))
    curator.get(f"{DESK}laporan/")
    with django_assert_max_num_queries(16):
        answer = curator.get(f"{DESK}laporan/?first=2020-01-01&last=2099-01-01")
    assert answer.context["report"].whole.sent == 1_000


def test_the_board_counts_each_column_and_shows_the_longest_waiting(sari, wulan, made) -> None:
    lay_submissions(sari.partners.get(), (wulan, made), 100)
    columns = {column.state: column for column in desk.board()}
    assert [(key, one.total, len(one.cards)) for key, one in columns.items() if one.total] == [
        ("sent", 20, 12),
        ("screening", 20, 12),
        ("scoring", 20, 12),
        ("changes_asked", 20, 12),
        ("not_selected", 20, 12),
    ]
    assert columns["sent"].cards[0].title == "Tas pandan 95"


def test_the_list_narrows_by_everything(curator, sari, wulan, made, bandung) -> None:
    lay_submissions(sari.partners.get(), (wulan, made), 40)
    Submission.objects.filter(title="Tas pandan 2").update(points=80)
    cases = {
        "words=pandan 39": {"Tas pandan 39"},
        "state=sent&age=7": {
            "Tas pandan 15",
            "Tas pandan 20",
            "Tas pandan 25",
            "Tas pandan 30",
            "Tas pandan 35",
        },
        "points=70": {"Tas pandan 2"},
        "certificate=1": {f"Tas pandan {number}" for number in (0, 10, 20, 30)},
        f"chapter={bandung.pk}&points=0": {"Tas pandan 2"},
        "province=32&points=0": {"Tas pandan 2"},
        "category=0001&points=0": {"Tas pandan 2"},
    }
    for query, titles in cases.items():
        assert shown(curator.get(f"{DESK}?{query}")) == titles, query
    assert curator.get(f"{DESK}?province=33").status_code == 200


def test_the_list_goes_home_as_a_table(curator, sari, wulan, made) -> None:
    lay_submissions(sari.partners.get(), (wulan, made), 3)
    for kind in ("csv", "xlsx"):
        answer = curator.get(f"{DESK}?export={kind}")
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content if answer.streaming else [answer.content])


def test_what_waits_for_me_and_what_is_late(curator, sari, wulan, made) -> None:
    new, shared, ready = make_new(sari), make_screened(sari, made), make_screened(sari, made)
    scored(ready, wulan, made)
    Submission.objects.filter(pk=new.pk).update(sent_at=timezone.now() - timedelta(days=3))
    waits = desk.waits_for(wulan)
    assert {key: (one.total, one.late) for key, one in waits.items()} == {
        "screening": (1, 1),
        "scoring": (1, 0),
        "decision": (1, 0),
    }
    assert [waits[key].rows for key in waits] == [(new,), (shared,), (ready,)]
    targets = DeskTargets.load()
    targets.screening_days = 4
    targets.save()
    assert desk.waits_for(wulan)["screening"].late == 0
    assert "1 pengajuan menunggu nilai Anda" in curator.get(f"{DESK}saya/").content.decode()


def test_a_saved_filter_is_ones_own(client, wulan, made) -> None:
    client.force_login(wulan)
    client.post(f"{DESK}saringan/", {"name": " Lama ", "query": "age=30"})
    client.post(f"{DESK}saringan/", {"name": "Lama", "query": "age=7"})
    client.post(f"{DESK}saringan/", {"name": " ", "query": "age=3"})
    kept = SavedFilter.objects.get()
    assert (kept.user, str(kept), kept.query) == (wulan, "Lama", "age=7")
    client.force_login(made)
    client.post(f"{DESK}saringan/{kept.pk}/hapus/")
    assert SavedFilter.objects.count() == 1
    client.force_login(wulan)
    client.post(f"{DESK}saringan/{kept.pk}/hapus/")
    assert SavedFilter.objects.count() == 0


def test_a_batch_asks_first_and_then_tells_of_each(curator, sari, wulan, made) -> None:
    ready = scored(make_screened(sari, made), wulan, made, points=WEAK)
    half = scored(make_screened(sari, made), wulan, points=WEAK)
    chosen = {"one": [ready.pk, half.pk, "x"]}
    asked = curator.post(f"{DESK}beberapa/", chosen)
    assert Decision.objects.count() == 0
    assert "diperiksa sendiri-sendiri" in asked.content.decode()
    done = curator.post(
        f"{DESK}beberapa/", {**chosen, "step": "do", "action": "not_selected", "reason": REASON}
    )
    assert [bool(one.refusal) for one in done.context["results"]] == [False, True]
    assert "Baru 1 dari 2 kurator yang menilai." in done.content.decode()
    ready.refresh_from_db()
    half.refresh_from_db()
    assert (ready.state, half.state) == ("not_selected", "scoring")
    assert curator.post(f"{DESK}beberapa/", {**chosen, "step": "do", "action": "publish"}).status_code == 422
    assert curator.post(f"{DESK}beberapa/", {})["Location"] == DESK


def test_a_batch_shares_out_for_a_lead_only(sari, wulan, made, joko) -> None:
    shared = make_screened(sari, wulan)
    order = batch.Order("share")
    assert "Hanya kurator utama" in batch.carry_out([shared], wulan, order)[0].refusal
    made.groups.set([made.groups.model.objects.get(name="lead_curator")])
    lead = type(made).objects.get(pk=made.pk)
    assert batch.carry_out([shared, make_new(sari)], lead, order)[0].refusal == ""
    assert shared.assignments.count() == 2


def test_the_report_counts_rates_days_and_spread(sari, wulan, made) -> None:
    chosen = scored(make_screened(sari, wulan), wulan, made)
    for one, outcome in (
        (chosen, "selected"),
        (scored(make_screened(sari, wulan), wulan, made, points=WEAK), "not_selected"),
    ):
        judging.decide_submission(submission=one, curator=wulan, outcome=outcome, reason=REASON)
    make_new(sari)
    now = timezone.now()
    found = desk.report(now - timedelta(days=1), now + timedelta(days=1))
    assert (found.whole.sent, found.whole.selected, found.whole.turned_down, found.whole.percent) == (
        3,
        1,
        1,
        50,
    )
    assert [(one.name, one.sent, one.percent) for one in found.provinces] == [("Jawa Barat", 3, 50)]
    assert [one.sent for one in found.categories] == [3]
    assert (found.days_to_answer, found.spread) == (0.0, 0.0)
    assert [one.reason for one in found.reasons] == [REASON]
    empty = desk.report(now - timedelta(days=9), now - timedelta(days=8))
    assert (empty.whole.sent, empty.whole.percent, empty.days_to_answer, empty.spread) == (
        0,
        None,
        None,
        None,
    )


def test_the_report_needs_two_days(curator) -> None:
    assert "report" not in curator.get(f"{DESK}laporan/?first=x").context


@pytest.mark.parametrize(
    ("selected", "turned_down", "percent"), [(1, 1, 50), (2, 1, 67), (0, 3, 0), (0, 0, None)]
)
def test_a_rate_is_of_those_decided(selected, turned_down, percent) -> None:
    assert desk.Rate("", 9, selected, turned_down).percent == percent

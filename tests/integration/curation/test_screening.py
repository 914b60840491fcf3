"""The check before scoring: all in order, or back with a reason."""

import pytest

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.members.models import Member
from store.curation import judging, refusals, screening, selectors, services
from store.curation.models import Assignment, Decision, Score, Screening, Submission
from store.curation.rubric import lay_first_rubric
from tests.conftest import person
from tests.factories.catalogue import make_category
from tests.factories.curation import make_new, make_screened, make_sent

pytestmark = pytest.mark.django_db
DESK = "/kelola/kurasi/"
REASON = "Foto kurang terang, tambah satu dari dekat."
ALL = {"lengkap": True, "foto": True, "boleh": True}


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def new(sari) -> Submission:
    return make_new(sari)


def state(submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


def back(submission, curator, answers=None, reason=REASON) -> Decision:
    return screening.return_for_changes(
        submission=submission, curator=curator, answers=answers or {"lengkap": True}, reason=reason
    )


def test_before_the_check_nobody_scores(new, wulan) -> None:
    rubric = lay_first_rubric()
    with pytest.raises(refusals.WrongMoment):
        judging.score_submission(
            submission=new, curator=wulan, rubric=rubric, values=dict.fromkeys(rubric.weights, 4)
        )
    assert (Score.objects.count(), state(new)) == (0, "sent")
    assert list(selectors.waiting_for(wulan)) == []
    assert list(selectors.to_screen(wulan)) == [new]


def test_somebody_is_on_it_and_then_it_passes_to_two_curators(new, wulan, made) -> None:
    screening.begin_screening(submission=new, curator=wulan)
    assert (state(new), Screening.objects.get().is_passed) == ("screening", None)
    done = screening.pass_screening(submission=new, curator=wulan, answers=ALL)
    assert (state(new), done.is_passed, done.answers, done.curator) == ("scoring", True, ALL, wulan)
    assert set(Assignment.objects.values_list("curator", "state")) == {(wulan.pk, "open"), (made.pk, "open")}
    verbs = Line.objects.filter(subject_id=str(new.pk), subject_type="curation.submission").order_by("id")
    assert list(verbs.values_list("verb", flat=True))[-4:] == [
        "submission.screening_begun",
        "submission.screened",
        "submission.assigned",
        "submission.assigned",
    ]


def test_what_is_not_in_order_does_not_pass(new, wulan) -> None:
    with pytest.raises(refusals.ChecklistIncomplete, match="Foto terang"):
        screening.pass_screening(submission=new, curator=wulan, answers={**ALL, "foto": False})
    assert (state(new), Screening.objects.count(), Assignment.objects.count()) == ("sent", 0, 0)


def test_it_goes_back_with_a_reason_before_anybody_scored(new, sari, wulan, made) -> None:
    decision = back(new, wulan)
    assert (state(new), decision.outcome, decision.reason) == ("changes_asked", "changes_asked", REASON)
    assert (Screening.objects.get().is_passed, Assignment.objects.count()) == (False, 0)
    again = services.send_submission(submission=new, user=sari)
    assert (again.state, again.round) == ("sent", 2)
    screening.pass_screening(submission=again, curator=made, answers=ALL)
    assert state(new) == "scoring"
    assert Screening.objects.count() == 2


def test_going_back_needs_something_to_mend_and_words(new, wulan) -> None:
    with pytest.raises(refusals.NothingToMend):
        back(new, wulan, ALL)
    with pytest.raises(refusals.ReasonMissing):
        back(new, wulan, reason=" ")
    assert (state(new), Decision.objects.count(), Screening.objects.count()) == ("sent", 0, 0)


def test_a_check_that_is_done_is_not_done_again(new, wulan, made) -> None:
    screening.pass_screening(submission=new, curator=wulan, answers=ALL)
    with pytest.raises(refusals.WrongMoment):
        back(new, made)
    with pytest.raises(refusals.WrongMoment):
        screening.begin_screening(submission=new, curator=made)


def test_a_curator_of_the_same_chapter_does_not_check(new, bandung) -> None:
    neighbour = person("Tuti", roles.CURATOR)
    Member.objects.create(chapter=bandung, user=neighbour, name="Tuti")
    with pytest.raises(refusals.OwnChapter):
        screening.pass_screening(submission=new, curator=neighbour, answers=ALL)
    assert list(selectors.to_screen(neighbour)) == []


def test_food_has_papers_on_its_list(new) -> None:
    new.category = make_category("rasa")
    assert [item.code for item in screening.checklist_of(new)] == [
        "lengkap", "foto", "boleh", "izin-pangan", "label-pangan", "halal",
    ]  # fmt: skip
    new.category = None
    assert [item.code for item in screening.checklist_of(new)] == ["lengkap", "foto", "boleh"]


def test_what_began_without_the_check_goes_on_without_it(sari, wulan) -> None:
    old = make_sent(sari)
    with pytest.raises(refusals.WrongMoment):
        screening.begin_screening(submission=old, curator=wulan)
    assert list(selectors.to_screen(wulan)) == []
    assert list(selectors.waiting_for(wulan)) == [old]


def test_the_page_begins_passes_and_returns(client, new, wulan) -> None:
    client.force_login(wulan)
    page = f"{DESK}{new.pk}/"
    verb = f"{page}periksa/"
    assert "Foto terang dan tajam" in client.get(page).content.decode()
    assert client.get(verb)["Location"] == page
    client.post(verb, {"step": "begin"})
    assert state(new) == "screening"
    answer = client.post(verb, {"step": "pass", "check_foto": "on"})
    assert answer.status_code == 409
    assert "Belum semua bagian beres" in answer.content.decode()
    assert client.post(verb, {"step": "return", "check_foto": "on"}).status_code == 422
    words = {"step": "return", "check_foto": "on", "reason": REASON, "note_story": "Siapa penanamnya?"}
    assert client.post(verb, words).status_code == 302
    assert state(new) == "changes_asked"
    assert Decision.objects.get().notes == {"story": "Siapa penanamnya?"}


def test_the_page_passes(client, sari, wulan) -> None:
    new = make_new(sari)
    client.force_login(wulan)
    client.post(f"{DESK}{new.pk}/periksa/", {"step": "pass", **{f"check_{code}": "on" for code in ALL}})
    assert state(new) == "scoring"


def test_words_of_the_machine_are_of_the_version(sari, wulan) -> None:
    assert make_sent(sari).staff_name == "Menunggu dinilai"
    assert make_new(sari).staff_name == "Menunggu diperiksa"
    assert make_screened(sari, wulan).staff_name == "Sedang dinilai"

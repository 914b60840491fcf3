import pytest
from django.db import IntegrityError, transaction

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.members.models import Member
from iccn.notices.models import Notice
from store.catalogue.models import Product
from store.curation import judging, refusals, selectors, services
from store.curation.models import Decision, Score, Submission
from store.curation.rubric import lay_first_rubric
from tests.conftest import person
from tests.factories.curation import make_sent

pytestmark = pytest.mark.django_db
GOOD = {"mutu": 4, "asal": 5, "rancang": 3, "pasar": 4, "alam": 2}  # 77 points
WEAK = {"mutu": 2, "asal": 3, "rancang": 3, "pasar": 3, "alam": 3}  # 54 points
REASON = "Anyamannya rapat dan ceritanya kuat."


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def sent(sari) -> Submission:
    return make_sent(sari)


@pytest.fixture
def rubric(db):
    return lay_first_rubric()


def score(submission, curator, rubric, values=GOOD) -> Score:
    return judging.score_submission(submission=submission, curator=curator, rubric=rubric, values=values)


def decide(submission, curator, outcome="selected", reason=REASON) -> Decision:
    return judging.decide_submission(
        submission=submission, curator=curator, outcome=outcome, reason=reason, reason_en="Tightly woven."
    )


def state(submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


def test_the_first_score_takes_the_submission_up(sent, wulan, rubric) -> None:
    given = score(sent, wulan, rubric)
    assert (given.points, given.round, state(sent)) == (77, 1, "scoring")


def test_two_curators_do_not_see_each_others_scores_until_both_are_in(sent, wulan, made, rubric) -> None:
    mine = score(sent, wulan, rubric)
    blind = selectors.panel_for(user=made, submission=sent)
    assert (blind.there, blind.visible, blind.average) == (1, (), None)
    assert selectors.panel_for(user=wulan, submission=sent).visible == (mine,)
    score(sent, made, rubric)
    seen = selectors.panel_for(user=wulan, submission=sent)
    assert (seen.there, seen.needed, seen.average, seen.spread) == (2, 2, 77, 0)
    assert {one.curator_id for one in seen.visible} == {wulan.pk, made.pk}


def test_a_curator_of_the_same_chapter_is_refused(sent, bandung, rubric) -> None:
    neighbour = person("Tuti", roles.CURATOR)
    Member.objects.create(chapter=bandung, user=neighbour, name="Tuti")
    with pytest.raises(refusals.OwnChapter, match="Simpul Bandung"):
        score(sent, neighbour, rubric)
    with pytest.raises(refusals.OwnChapter):
        decide(sent, neighbour)
    assert (Score.objects.count(), state(sent)) == (0, "sent")


def test_an_artisan_who_is_a_curator_does_not_judge_her_own_work(sent, sari, rubric) -> None:
    sari.groups.add(*person("Guru", roles.CURATOR).groups.all())
    with pytest.raises(refusals.OwnWork):
        score(sent, type(sari).objects.get(pk=sari.pk), rubric)


@pytest.mark.parametrize("who", ["joko", "bagus", "ratna", "dewi"])
def test_whoever_is_no_curator_neither_scores_nor_decides(who, sent, rubric, request) -> None:
    other = request.getfixturevalue(who)
    with pytest.raises(refusals.NotCurator):
        score(sent, other, rubric)
    with pytest.raises(refusals.NotCurator):
        decide(sent, other)
    assert (Score.objects.count(), Decision.objects.count(), state(sent)) == (0, 0, "sent")


def test_a_curator_scores_once(sent, wulan, rubric) -> None:
    score(sent, wulan, rubric)
    with pytest.raises(refusals.AlreadyScored):
        score(sent, wulan, rubric, WEAK)
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.create(submission=sent, round=1, curator=wulan, rubric=rubric, values=WEAK, points=54)
    assert Score.objects.get().points == 77


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({**GOOD, "mutu": 6}, "Mutu pengerjaan"),
        ({**GOOD, "mutu": 0}, "Mutu pengerjaan"),
        ({key: value for key, value in GOOD.items() if key != "alam"}, "Bahan dan lingkungan"),
        (dict.fromkeys(GOOD), "Akar dan cerita"),
    ],
)
def test_an_incomplete_score_is_refused_by_the_names_of_the_criteria(
    sent, wulan, rubric, values, missing
) -> None:
    with pytest.raises(refusals.ScoreIncomplete, match=missing):
        score(sent, wulan, rubric, values)
    assert (Score.objects.count(), state(sent)) == (0, "sent")


def test_a_withdrawn_submission_is_not_scored(sent, sari, wulan, rubric) -> None:
    services.withdraw_submission(submission=sent, user=sari)
    with pytest.raises(refusals.WrongMoment):
        score(sent, wulan, rubric)


def test_selection_by_two_curators_makes_one_product_and_tells_the_artisan(sent, wulan, made, rubric) -> None:
    score(sent, wulan, rubric)
    score(sent, made, rubric)
    decision = decide(sent, made)
    done = Submission.objects.get(pk=sent.pk)
    product = Product.objects.get()
    assert (done.state, done.product, product.upc) == ("published", product, f"ICS{sent.pk:06d}")
    assert (product.title, product.chapter) == ("Tas pandan motif kotak", sent.chapter)
    assert (decision.reason, decision.round) == (REASON, 1)
    told = set(Notice.objects.exclude(kind="submission_received").values_list("kind", "address"))
    assert told == {("submission_selected", "sari@contoh.example"), ("submission_selected", "+6281234567890")}


def test_one_curator_alone_does_not_select(sent, wulan, rubric) -> None:
    score(sent, wulan, rubric)
    with pytest.raises(refusals.NotEnoughScores, match="1 dari 2"):
        decide(sent, wulan)
    assert (Product.objects.count(), Decision.objects.count(), state(sent)) == (0, 0, "scoring")


def test_two_who_lie_on_both_sides_of_the_line_wait_for_a_third(sent, wulan, made, rubric) -> None:
    score(sent, wulan, rubric)
    score(sent, made, rubric, WEAK)
    with pytest.raises(refusals.NotEnoughScores, match="2 dari 3"):
        decide(sent, wulan)
    third = person("Komang", roles.CURATOR)
    score(sent, third, rubric)
    decide(sent, third)
    assert state(sent) == "published"


def test_who_did_not_look_does_not_decide(sent, wulan, made, rubric) -> None:
    score(sent, wulan, rubric)
    with pytest.raises(refusals.NotScoredByYou):
        decide(sent, made)


def test_a_decision_needs_a_reason_that_an_artisan_can_read(sent, wulan, made, rubric) -> None:
    score(sent, wulan, rubric)
    score(sent, made, rubric)
    with pytest.raises(refusals.ReasonMissing):
        decide(sent, wulan, reason="  bagus   ")
    assert not Decision.objects.exists()


def test_a_product_turned_down_is_never_made(sent, wulan, made, rubric) -> None:
    score(sent, wulan, rubric, WEAK)
    score(sent, made, rubric, WEAK)
    decide(sent, wulan, "not_selected")
    assert (state(sent), Product.objects.count()) == ("not_selected", 0)
    with pytest.raises(refusals.WrongMoment):
        decide(sent, made)


def test_changes_asked_by_one_lead_to_a_new_round_with_fresh_scores(sent, sari, wulan, made, rubric) -> None:
    score(sent, wulan, rubric, WEAK)
    decide(sent, wulan, "changes_asked", "Foto kurang terang, tambah satu dari dekat.")
    assert state(sent) == "changes_asked"
    services.save_draft(submission=sent, user=sari, typed={"title": "Tas pandan motif kotak besar"})
    again = services.send_submission(submission=sent, user=sari)
    assert (again.round, again.state) == (2, "sent")
    assert selectors.scores_of(again) == []
    assert list(selectors.waiting_for(wulan)) == [again]
    score(again, wulan, rubric)
    score(again, made, rubric)
    decide(again, wulan)
    assert state(sent) == "published"
    assert Score.objects.count() == 3


def test_the_desk_lists_for_each_curator_what_she_may_score_now(sent, wulan, made, rubric) -> None:
    assert list(selectors.waiting_for(wulan)) == [sent]
    score(sent, wulan, rubric)
    assert list(selectors.waiting_for(wulan)) == []
    assert list(selectors.waiting_for(made)) == [sent]

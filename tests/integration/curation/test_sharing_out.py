"""Who scores what: by load, never with a tie; stepping aside passes it on; a lead curator hands over."""

import pytest
from django.db import IntegrityError, transaction

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.members.models import Member
from store.curation import assigning, judging, refusals, selectors
from store.curation.models import Assignment, Relation, Score, Submission
from store.curation.rubric import lay_first_rubric
from tests.conftest import person
from tests.factories.curation import make_screened

pytestmark = pytest.mark.django_db
DESK = "/kelola/kurasi/"
WHY = "Sepupu saya."


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def team(wulan, made):
    """Four curators and one who leads them; none of Bandung."""
    return [wulan, made, person("Grace", roles.CURATOR, is_staff=True), person("Halim", roles.CURATOR)]


@pytest.fixture
def lead(db):
    return person("Lestari", roles.LEAD_CURATOR, is_staff=True)


@pytest.fixture
def shared(sari, team, wulan) -> Submission:
    return make_screened(sari, wulan)


def tasks(submission) -> list[tuple[str, str]]:
    found = Assignment.objects.filter(submission=submission, round=submission.round)
    return list(found.values_list("curator__name", "state"))


def score(submission, curator, points=4) -> Score:
    rubric = lay_first_rubric()
    values = dict.fromkeys(rubric.weights, points)
    return judging.score_submission(submission=submission, curator=curator, rubric=rubric, values=values)


def declare(curator, submission, **whom) -> Relation:
    return assigning.declare_relation(
        curator=curator, reason=WHY, **(whom or {"artisan": submission.artisan})
    )


def test_those_with_the_fewest_open_tasks_come_first(shared, sari, team, wulan) -> None:
    assert tasks(shared) == [("Wulan", "open"), ("Made", "open")]
    assert tasks(make_screened(sari, wulan)) == [("Grace", "open"), ("Halim", "open")]
    score(shared, team[1])
    assert tasks(make_screened(sari, wulan)) == [("Made", "open"), ("Wulan", "open")]


def test_nobody_with_a_tie_is_given_it(sari, bandung, team, wulan) -> None:
    Member.objects.create(chapter=bandung, user=team[2], name="Grace")
    Relation.objects.create(curator=wulan, artisan=sari.partners.get(), reason=WHY)
    Relation.objects.create(curator=team[1], chapter=bandung, reason=WHY)
    halim = team[3]
    shared = make_screened(sari, halim)
    assert tasks(shared) == [("Halim", "open")]
    for one in team[:3]:
        assert list(selectors.waiting_for(one)) == []
        with pytest.raises((refusals.HasRelation, refusals.OwnChapter)):
            score(shared, one)
    assert not Score.objects.exists()


def test_who_was_not_given_it_does_not_score_while_others_have_it(shared, team) -> None:
    with pytest.raises(refusals.NotAssigned):
        score(shared, team[2])
    assert list(selectors.waiting_for(team[2])) == []
    assert list(selectors.waiting_for(team[0])) == [shared]


def test_a_free_place_is_taken_by_who_comes_first(sari, wulan) -> None:
    shared = make_screened(sari, wulan)
    assert tasks(shared) == [("Wulan", "open")]
    late = person("Ningsih", roles.CURATOR)
    assert list(selectors.waiting_for(late)) == [shared]
    score(shared, late)
    assert tasks(shared) == [("Wulan", "open"), ("Ningsih", "done")]


def test_two_who_lie_apart_call_a_third_with_the_fewest_tasks(shared, team) -> None:
    score(shared, team[0], 5)
    score(shared, team[1], 2)
    assert tasks(shared) == [("Wulan", "done"), ("Made", "done"), ("Grace", "open")]
    shared.refresh_from_db()
    assert (shared.needed, shared.points) == (3, None)
    score(shared, team[2], 4)
    shared.refresh_from_db()
    assert shared.points == 73  # of 100, 40 and 80
    assert list(selectors.to_decide(team[2])) == [shared]
    assert list(selectors.to_decide(team[3])) == []


def test_stepping_aside_passes_the_task_on(shared, team) -> None:
    relation = declare(team[0], shared)
    assert (relation.artisan, relation.chapter, relation.reason) == (shared.artisan, None, WHY)
    assert tasks(shared) == [("Wulan", "recused"), ("Made", "open"), ("Grace", "open")]
    assert Line.objects.filter(verb="submission.recused", subject_id=str(shared.pk)).count() == 1
    with pytest.raises(refusals.HasRelation, match="Sepupu saya"):
        score(shared, team[0])
    assert list(selectors.waiting_for(team[0])) == []


def test_a_score_of_somebody_with_a_tie_no_longer_counts(shared, team) -> None:
    score(shared, team[0])
    score(shared, team[1])
    shared.refresh_from_db()
    assert shared.points == 80
    declare(team[0], shared, chapter=shared.chapter)
    shared.refresh_from_db()
    assert (shared.points, [one.curator for one in selectors.scores_of(shared)]) == (None, [team[1]])
    assert tasks(shared) == [("Wulan", "recused"), ("Made", "done"), ("Grace", "open")]
    assert Score.objects.count() == 2


def test_a_decided_submission_stays_as_it_was(shared, team) -> None:
    for one in team[:2]:
        score(shared, one)
    judging.decide_submission(
        submission=shared, curator=team[0], outcome="selected", reason="Anyamannya rapat."
    )
    declare(team[0], shared)
    assert tasks(shared) == [("Wulan", "done"), ("Made", "done")]
    assert selectors.scores_of(shared)[0].is_counted


def test_a_relation_has_words_and_is_a_curators(shared, team, joko) -> None:
    with pytest.raises(refusals.RelationWithoutWords):
        assigning.declare_relation(curator=team[0], reason=" ", artisan=shared.artisan)
    with pytest.raises(refusals.NotCurator):
        declare(joko, shared)
    for whom in ({}, {"artisan": shared.artisan, "chapter": shared.chapter}):
        with pytest.raises(IntegrityError, match="curation_relation_to_one"), transaction.atomic():
            Relation.objects.create(curator=team[0], reason=WHY, **whom)
    assert not Relation.objects.exists()


def test_a_lead_curator_hands_a_task_over(shared, team, lead) -> None:
    assigning.reassign(submission=shared, lead=lead, away_from=team[0], to=team[3])
    assert tasks(shared) == [("Wulan", "moved"), ("Made", "open"), ("Halim", "open")]
    with pytest.raises(refusals.NotAssigned):
        score(shared, team[0])


def test_only_a_lead_hands_over_and_only_to_who_may(shared, team, lead, bandung) -> None:
    with pytest.raises(refusals.NotLead):
        assigning.reassign(submission=shared, lead=team[0], away_from=team[0], to=team[3])
    Member.objects.create(chapter=bandung, user=team[3], name="Halim")
    for away_from, to in ((team[0], team[3]), (team[0], team[1]), (team[2], team[2])):
        with pytest.raises(refusals.CannotTake):
            assigning.reassign(submission=shared, lead=lead, away_from=away_from, to=to)
    assert tasks(shared) == [("Wulan", "open"), ("Made", "open")]


def test_the_page_steps_aside_and_hands_over(client, shared, team, lead) -> None:
    page = f"{DESK}{shared.pk}/"
    client.force_login(team[0])
    assert "Saya berkepentingan" in client.get(page).content.decode()
    assert client.post(f"{page}berkepentingan/", {"relation": " "}).status_code == 422
    assert client.post(f"{page}berkepentingan/", {"relation": WHY, "with_chapter": "on"}).status_code == 302
    assert Relation.objects.get().chapter == shared.chapter
    assert "Anda menyatakan berkepentingan: Sepupu saya." in client.get(page).content.decode()
    chosen = {"away_from": str(team[1].pk), "to": str(team[3].pk)}
    client.post(f"{page}alihkan/", chosen)
    assert ("Halim", "open") not in tasks(shared)
    client.force_login(lead)
    assert "Alihkan kepada" in client.get(page).content.decode()
    client.post(f"{page}alihkan/", {"away_from": "x", "to": ""})
    client.post(f"{page}alihkan/", chosen)
    assert tasks(shared)[-1] == ("Halim", "open")
    for verb in ("berkepentingan/", "alihkan/"):
        assert client.get(page + verb)["Location"] == page

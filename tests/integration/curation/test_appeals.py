"""An appeal: once, in time, with a reason, judged by others; and the same product again as a new submission."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.notices.models import Notice
from store.curation import refusals, selectors
from store.curation.appeals.services import appeal_decision
from store.curation.models import Appeal, Decision, Submission
from store.curation.services import copy_submission
from tests.conftest import person
from tests.factories.curation import TYPED, decide, make_draft, make_sent

pytestmark = pytest.mark.django_db
WHY = "Talinya sudah dijahit dua kali, lihat foto ketiga."


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


@pytest.fixture
def turned_down(sari, wulan, made):
    return decide(make_sent(sari), "not_selected", wulan, made, points="2")


@pytest.fixture
def others(db):
    return [person(name, roles.CURATOR, is_staff=True) for name in ("Ningsih", "Putu")]


def appeal(submission, user, reason=WHY):
    appeal_decision(submission=submission, user=user, reason=reason)
    submission.refresh_from_db()
    return submission


def test_an_appeal_opens_a_new_round_and_is_written_down_and_told(turned_down, sari) -> None:
    Notice.objects.all().delete()
    appeal(turned_down, sari)
    assert (turned_down.state, turned_down.round) == ("appealed", 2)
    made = Appeal.objects.get()
    assert (made.reason, made.round, made.by) == (WHY, 1, sari)
    assert Line.objects.filter(verb="submission.appealed", subject_id=str(turned_down.pk)).count() == 1
    assert {notice.kind for notice in Notice.objects.all()} == {"submission_appealed"}
    assert turned_down.sendings.count() == 2


def test_those_who_judged_before_do_not_judge_the_appeal(turned_down, sari, wulan, made, others) -> None:
    appeal(turned_down, sari)
    for curator in (wulan, made):
        assert list(selectors.waiting_for(curator)) == []
        with pytest.raises(refusals.JudgedBefore):
            decide(turned_down, "selected", curator)
    assert list(selectors.waiting_for(others[0])) == [turned_down]
    assert decide(turned_down, "selected", *others).state == "published"


def test_the_outcome_of_an_appeal_is_final(turned_down, sari, others) -> None:
    appeal(turned_down, sari)
    with pytest.raises(refusals.WrongMoment):
        decide(turned_down, "changes_asked", others[0])
    turned_down.scores.filter(round=2).delete()
    assert decide(turned_down, "not_selected", *others, points="1").state == "not_selected"
    with pytest.raises(refusals.AppealedAlready):
        appeal(turned_down, sari)
    assert Appeal.objects.count() == 1
    assert Decision.objects.count() == 2


def test_an_appeal_waits_for_two_curators_too(turned_down, sari, others) -> None:
    appeal(turned_down, sari)
    with pytest.raises(refusals.NotEnoughScores):
        decide(turned_down, "selected", others[0])


def test_after_fourteen_days_it_is_too_late(turned_down, sari, client) -> None:
    Decision.objects.update(decided_at=timezone.now() - timedelta(days=14, seconds=1))
    with pytest.raises(refusals.AppealTooLate):
        appeal(turned_down, sari)
    client.force_login(sari)
    assert "Ajukan keberatan" not in client.get(turned_down.get_absolute_url()).content.decode()


@pytest.mark.parametrize("reason", ["", "Tidak adil", "x" * 19])
def test_a_reason_is_needed(turned_down, sari, reason) -> None:
    with pytest.raises(refusals.AppealWithoutReason):
        appeal(turned_down, sari, reason)
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("who", ["joko", "bagus", "wulan"])
def test_only_the_artisan_appeals(turned_down, who, request) -> None:
    with pytest.raises(refusals.NotYours):
        appeal(turned_down, request.getfixturevalue(who))
    assert not Appeal.objects.exists()


def test_what_was_not_turned_down_has_no_appeal(sari) -> None:
    with pytest.raises(refusals.WrongMoment):
        appeal(make_sent(sari), sari)


def test_the_page_asks_for_the_reason_and_shows_that_of_the_curators(turned_down, sari, client) -> None:
    client.force_login(sari)
    address = f"{turned_down.get_absolute_url()}keberatan/"
    assert "Ajukan keberatan" in client.get(turned_down.get_absolute_url()).content.decode()
    assert "talinya belum kuat" in client.get(address).content.decode()
    assert client.post(address, {"reason": "pendek"}).status_code == 422
    assert client.post(address, {"reason": WHY})["Location"] == turned_down.get_absolute_url()
    assert WHY in client.get(turned_down.get_absolute_url()).content.decode()
    assert client.get(address)["Location"] == turned_down.get_absolute_url()
    assert "satu kali" in client.post(address, {"reason": WHY}, follow=True).content.decode()


def test_curators_read_the_appeal(turned_down, sari, others, client) -> None:
    appeal(turned_down, sari)
    client.force_login(others[0])
    assert WHY in client.get(f"/kelola/kurasi/{turned_down.pk}/").content.decode()


def test_strangers_reach_neither_appeal_nor_copy(turned_down, joko, client) -> None:
    client.force_login(joko)
    for step in ("keberatan/", "salin/"):
        assert client.post(f"{turned_down.get_absolute_url()}{step}", {"reason": WHY}).status_code == 403
    assert (Appeal.objects.count(), Submission.objects.count()) == (0, 1)


def test_a_copy_is_a_new_draft_with_the_same_words_and_pictures(turned_down, sari, client) -> None:
    client.force_login(sari)
    answer = client.post(f"{turned_down.get_absolute_url()}salin/")
    copy = Submission.objects.exclude(pk=turned_down.pk).get()
    assert answer["Location"] == f"{copy.get_absolute_url()}produk/"
    assert (copy.state, copy.round, copy.typed) == ("draft", 0, TYPED)
    assert [one.picture_id for one in copy.pictures.all()] == [
        one.picture_id for one in turned_down.pictures.all()
    ]
    turned_down.refresh_from_db()
    assert turned_down.state == "not_selected"


def test_an_artisan_may_not_copy_anothers(sari, wulan) -> None:
    draft = make_draft(sari)
    with pytest.raises(refusals.NotYours):
        copy_submission(submission=draft, user=wulan)

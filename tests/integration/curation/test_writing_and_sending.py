from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.audit.models import Line
from iccn.money.rupiah import Rupiah
from store.curation import refusals, services
from store.curation.models import MOST_PICTURES, Submission
from tests.factories.catalogue import make_picture
from tests.factories.curation import TYPED, make_draft, make_sent

pytestmark = pytest.mark.django_db


def reloaded(submission: Submission) -> Submission:
    return Submission.objects.get(pk=submission.pk)


def test_an_artisan_begins_a_draft_of_her_own_chapter(sari, bandung) -> None:
    submission = services.begin_submission(user=sari)
    assert (submission.state, submission.chapter, submission.round) == ("draft", bandung, 0)
    assert Line.objects.filter(verb="submission.begun").count() == 1


@pytest.mark.parametrize("who", ["joko", "bagus", "wulan"])
def test_whoever_is_no_artisan_is_told_whom_to_ask(who, request) -> None:
    with pytest.raises(refusals.NotArtisan):
        services.begin_submission(user=request.getfixturevalue(who))
    assert not Submission.objects.exists()


def test_an_artisan_not_yet_accepted_waits(sari) -> None:
    sari.partners.update(is_accepted=False)
    with pytest.raises(refusals.NotArtisan):
        services.begin_submission(user=sari)


def test_a_half_written_draft_is_still_there_letter_by_letter(sari) -> None:
    draft = make_draft(sari, {"title": "Tas ", "wished_price": "seratus", "stranger": "x"})
    assert reloaded(draft).typed == {"title": "Tas ", "wished_price": "seratus"}
    services.save_draft(submission=draft, user=sari, typed={"title": "Tas pandan"})
    assert reloaded(draft).typed == {"title": "Tas pandan", "wished_price": "seratus"}
    assert reloaded(draft).revision == 2


def test_two_devices_do_not_overwrite_each_other(sari) -> None:
    draft = make_draft(sari)
    with pytest.raises(refusals.SavedElsewhere):
        services.save_draft(submission=draft, user=sari, typed={"title": "Lain"}, revision=0)
    assert reloaded(draft).typed["title"] == TYPED["title"]
    services.save_draft(submission=draft, user=sari, typed={"title": "Lain"}, revision=1)
    assert reloaded(draft).typed["title"] == "Lain"


def test_pictures_are_added_reordered_and_taken_off(sari) -> None:
    draft = make_draft(sari, pictures=3)
    first, second, third = draft.pictures.all()
    services.move_picture_first(submission=draft, user=sari, entry_id=third.pk)
    assert list(draft.pictures.values_list("pk", flat=True)) == [third.pk, first.pk, second.pk]
    services.remove_picture(submission=draft, user=sari, entry_id=first.pk)
    services.remove_picture(submission=draft, user=sari, entry_id=first.pk)
    assert list(draft.pictures.values_list("pk", flat=True)) == [third.pk, second.pk]
    services.add_picture(submission=draft, user=sari, picture=make_picture())
    assert list(draft.pictures.values_list("position", flat=True)) == [0, 2, 3]


def test_more_than_ten_pictures_are_refused(sari) -> None:
    draft = make_draft(sari, pictures=MOST_PICTURES)
    with pytest.raises(refusals.TooManyPictures, match="10 foto"):
        services.add_picture(submission=draft, user=sari, picture=make_picture())
    assert draft.pictures.count() == MOST_PICTURES


def test_a_complete_draft_goes_to_the_curators_with_its_figures_read(sari) -> None:
    sent = reloaded(make_sent(sari))
    assert (sent.state, sent.round) == ("sent", 1)
    assert (sent.wished_price, sent.making_cost) == (Rupiah(125_000), Rupiah(80_000))
    assert (sent.title, sent.category.slug, sent.stock) == ("Tas pandan motif kotak", "anyaman", 5)
    assert (sent.materials, sent.techniques) == (["pandan", "rotan"], ["anyam"])
    assert Line.objects.filter(verb="submission.sent").count() == 1


def test_what_is_missing_is_said_field_by_field_and_nothing_is_sent(sari) -> None:
    draft = make_draft(sari, {**TYPED, "title": "", "weight_g": "ringan"}, pictures=0)
    with pytest.raises(refusals.Incomplete) as refusal:
        services.send_submission(submission=draft, user=sari)
    assert set(refusal.value.errors) == {"title", "weight_g", "pictures"}
    assert reloaded(draft).state == "draft"


def test_a_price_below_the_making_cost_is_refused_with_the_lowest_that_works(sari) -> None:
    draft = make_draft(sari, {**TYPED, "making_cost": "100.000", "wished_price": "124.900"})
    with pytest.raises(refusals.Incomplete) as refusal:
        services.send_submission(submission=draft, user=sari)
    assert "Rp125.000" in refusal.value.errors["wished_price"][0]


def test_after_sending_nothing_can_be_changed(sari) -> None:
    sent = make_sent(sari)
    with pytest.raises(refusals.WrongMoment, match="Terkirim"):
        services.save_draft(submission=sent, user=sari, typed={"title": "Lain"})
    with pytest.raises(refusals.WrongMoment):
        services.send_submission(submission=sent, user=sari)
    assert reloaded(sent).round == 1


@pytest.mark.parametrize("who", ["joko", "bagus", "wulan"])
def test_nobody_else_writes_in_it_sends_it_or_takes_it_back(who, sari, request) -> None:
    other = request.getfixturevalue(who)
    draft = make_draft(sari)
    picture = draft.pictures.get()
    for attempt in (
        lambda: services.save_draft(submission=draft, user=other, typed={"title": "Curi"}),
        lambda: services.add_picture(submission=draft, user=other, picture=picture.picture),
        lambda: services.remove_picture(submission=draft, user=other, entry_id=picture.pk),
        lambda: services.move_picture_first(submission=draft, user=other, entry_id=picture.pk),
        lambda: services.send_submission(submission=draft, user=other),
        lambda: services.withdraw_submission(submission=draft, user=other),
    ):
        with pytest.raises(refusals.NotYours):
            attempt()
    now = reloaded(draft)
    assert (now.typed["title"], now.state, now.pictures.count()) == (TYPED["title"], "draft", 1)


def test_a_withdrawn_submission_stays_to_be_read_and_moves_no_more(sari) -> None:
    sent = make_sent(sari)
    services.withdraw_submission(submission=sent, user=sari)
    assert reloaded(sent).state == "withdrawn"
    with pytest.raises(refusals.WrongMoment):
        services.withdraw_submission(submission=sent, user=sari)
    assert Line.objects.filter(verb="submission.withdrawn").count() == 1


def test_only_drafts_that_nobody_touched_for_a_year_are_forgotten(sari) -> None:
    old, young, sent = make_draft(sari), make_draft(sari), make_sent(sari)
    long_ago = timezone.now() - timedelta(days=366)
    Submission.objects.filter(pk__in=[old.pk, sent.pk]).update(saved_at=long_ago)
    assert services.prune_drafts() == 1
    assert set(Submission.objects.values_list("pk", flat=True)) == {young.pk, sent.pk}

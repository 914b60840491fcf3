"""A state that the table does not lead to is reached by no door."""

import pytest
from django.db import IntegrityError, connection, transaction

from store.curation import refusals
from store.curation.models import Submission
from tests.factories.curation import make_draft, make_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(sari) -> Submission:
    return make_draft(sari)


def state(submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


@pytest.mark.parametrize("target", ["sent", "scoring", "selected", "published", "nowhere"])
def test_saving_by_hand_cannot_jump(draft, target) -> None:
    if target == "sent":
        target = "not_selected"
    draft.state = target
    for fields in (None, ["state"], ["state", "saved_at"]):
        with pytest.raises(refusals.NoSuchMove, match=f"draft → {target}"):
            draft.save(update_fields=fields)
    assert state(draft) == "draft"


def test_a_submission_begins_as_a_draft(draft) -> None:
    with pytest.raises(refusals.NoSuchMove):
        Submission.objects.create(artisan=draft.artisan, chapter=draft.chapter, state="published")
    assert Submission.objects.count() == 1


def test_rows_in_bulk_never_change_their_state(draft) -> None:
    draft.state = "selected"
    with pytest.raises(refusals.NoSuchMove):
        Submission.objects.filter(pk=draft.pk).update(state="selected")
    with pytest.raises(refusals.NoSuchMove), transaction.atomic():
        Submission.objects.bulk_update([draft], ["state"])
    assert Submission.objects.filter(pk=draft.pk).update(writer="a") == 1
    assert state(draft) == "draft"


@pytest.mark.parametrize(
    ("workflow", "target"), [(1, "nowhere"), (1, "screening"), (2, "nowhere"), (3, "sent")]
)
def test_the_database_refuses_a_state_that_the_version_does_not_know(sari, workflow, target) -> None:
    sent = make_sent(sari)
    with (
        pytest.raises(IntegrityError, match="curation_state_is_in_the_table"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE curation_submission SET workflow = %s, state = %s WHERE id = %s",
            [workflow, target, sent.pk],
        )
    assert state(sent) == "sent"


def test_the_django_admin_has_no_door_to_submissions(client, admin_user, draft) -> None:
    client.force_login(admin_user)
    for address in ("/kelola/snippets/curation/submission/", "/admin/curation/submission/"):
        assert client.get(address, follow=True).status_code == 404

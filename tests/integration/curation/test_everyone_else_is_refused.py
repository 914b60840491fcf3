"""Over every address and verb of curation: whoever has no business there is refused, and nothing moves."""

from datetime import date

import pytest
from django.urls import reverse

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.chapters.models import ChapterRole
from iccn.members.models import Member
from iccn.notices.models import Notice
from iccn.refusals import Refusal
from store.curation import assigning, judging, screening, services, urls, wagtail_hooks
from store.curation.desk import batch
from store.curation.models import Assignment, Decision, Relation, SavedFilter, Score, Screening, Submission
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner
from tests.conftest import person
from tests.factories.catalogue import make_picture
from tests.factories.curation import make_draft, make_new, make_screened

pytestmark = pytest.mark.django_db
TITLE = "Tas pandan motif kotak"
OUTSIDE = ("joko", "other_artisan", "far_coordinator", "sari", "bagus")


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()
    lay_first_rubric()


@pytest.fixture
def other_artisan(jepara):
    user = person("Lado", roles.ARTISAN)
    member = Member.objects.create(chapter=jepara, user=user, name="Lado")
    Partner.objects.create(name="Lado", code="lado", member=member, is_accepted=True).users.add(user)
    return user


@pytest.fixture
def far_coordinator(jepara):
    user = person("Harto", roles.COORDINATOR)
    ChapterRole.objects.create(chapter=jepara, user=user, role="coordinator", starts=date(2026, 1, 1))
    return user


@pytest.fixture
def neighbour(bandung):
    """A curator of the artisan's own chapter."""
    user = person("Rini", roles.LEAD_CURATOR, is_staff=True)
    Member.objects.create(chapter=bandung, user=user, name="Rini")
    return user


def world() -> dict[str, object]:
    """Everything that must not move."""
    tables = (Assignment, Decision, Relation, SavedFilter, Score, Screening, Notice, Line)
    counts = {table.__name__: table.objects.count() for table in tables}
    kept = Submission.objects.order_by("pk").values_list("pk", "state", "round", "revision", "points")
    return {**counts, "submissions": list(kept)}


def desk_addresses(submission) -> list[str]:
    """Every address of the desk that is about curation."""
    found = []
    for pattern in wagtail_hooks.urlpatterns:
        names = pattern.pattern.converters
        found.append(reverse(f"curation_desk:{pattern.name}", kwargs=dict.fromkeys(names, submission.pk)))
    return found


@pytest.mark.parametrize("who", OUTSIDE)
def test_no_address_of_the_desk_opens_to_who_is_no_curator(who, request, client, sari, wulan) -> None:
    shared = make_screened(sari, wulan)
    client.force_login(request.getfixturevalue(who))
    before = world()
    for address in desk_addresses(shared):
        for verb in (client.get, client.post):
            answer = verb(address)
            assert answer.status_code in {302, 403, 405}, address
            assert answer.status_code != 302 or "/kelola/kurasi" not in answer["Location"].split("?")[0], (
                address
            )
            assert TITLE not in answer.content.decode()
    assert world() == before


def own_addresses(submission) -> list[str]:
    """Every address of the artisans' room that is about one submission."""
    found = []
    for pattern in urls.urlpatterns:
        names = pattern.pattern.converters
        if "submission_id" in names:
            values = {name: "produk" if name == "name" else submission.pk for name in names}
            found.append(reverse(f"curation:{pattern.name}", kwargs=values))
    return found


@pytest.mark.parametrize("who", ["joko", "other_artisan", "far_coordinator", "bagus", "wulan"])
def test_no_address_of_the_artisans_room_opens_to_somebody_else(who, request, client, sari) -> None:
    draft = make_draft(sari)
    client.force_login(request.getfixturevalue(who))
    before = world()
    addresses = own_addresses(draft)
    assert len(addresses) >= 8
    for address in addresses:
        for verb in (client.get, client.post):
            answer = verb(address)
            assert answer.status_code in {302, 403, 404, 405}, address
            assert answer.status_code != 302 or f"/{draft.pk}/" not in answer["Location"].split("?")[0], (
                address
            )
            assert TITLE not in answer.content.decode()
    assert world() == before


def curators_verbs(new, shared, user) -> list:
    """Each verb of the desk on somebody's submission."""
    rubric = lay_first_rubric()
    answers = {item.code: True for item in screening.checklist_of(new)}
    wulan = shared.assignments.get(curator__name="Wulan").curator
    words = {"curator": user, "reason": "Anyamannya rapat dan rapi."}
    return [
        lambda: screening.begin_screening(submission=new, curator=user),
        lambda: screening.pass_screening(submission=new, curator=user, answers=answers),
        lambda: screening.return_for_changes(submission=new, answers={}, **words),
        lambda: judging.score_submission(
            submission=shared, curator=user, rubric=rubric, values=dict.fromkeys(rubric.weights, 5)
        ),
        lambda: judging.decide_submission(submission=shared, outcome="selected", **words),
        lambda: judging.decide_submission(submission=shared, outcome="not_selected", **words),
        lambda: judging.decide_submission(submission=shared, outcome="changes_asked", **words),
        lambda: assigning.reassign(submission=shared, lead=user, away_from=wulan, to=user),
    ]


@pytest.mark.parametrize("who", [*OUTSIDE, "neighbour"])
def test_no_verb_of_the_desk_moves_for_who_may_not(who, request, sari, wulan, made) -> None:
    new, shared, user = make_new(sari), make_screened(sari, wulan), request.getfixturevalue(who)
    before = world()
    for verb in curators_verbs(new, shared, user):
        with pytest.raises(Refusal):
            verb()
    for action in batch.ACTIONS:
        if (who, action) != ("neighbour", "share"):
            results = batch.carry_out([new, shared], user, batch.Order(action, "Anyamannya rapat."))
            assert all(one.refusal for one in results)
    assert world() == before


@pytest.mark.parametrize("who", [*[one for one in OUTSIDE if one != "sari"], "neighbour", "wulan"])
def test_no_verb_of_the_artisan_moves_for_somebody_else(who, request, sari, wulan) -> None:
    draft, user, picture = make_draft(sari), request.getfixturevalue(who), make_picture()
    before = world()
    for verb in (
        lambda: services.save_draft(submission=draft, user=user, typed={"title": "x"}),
        lambda: services.add_picture(submission=draft, user=user, picture=picture),
        lambda: services.remove_picture(submission=draft, user=user, entry_id=1),
        lambda: services.move_picture(submission=draft, user=user, entry_id=1, places=1),
        lambda: services.move_picture_first(submission=draft, user=user, entry_id=1),
        lambda: services.send_submission(submission=draft, user=user),
        lambda: services.withdraw_submission(submission=draft, user=user),
        lambda: services.copy_submission(submission=draft, user=user),
    ):
        with pytest.raises(Refusal):
            verb()
    assert world() == before

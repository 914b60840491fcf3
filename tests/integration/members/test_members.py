import pytest

from iccn.audit.models import Line
from iccn.chapters.refusals import NotCoordinator
from iccn.members import selectors, services
from iccn.members.models import Member
from iccn.members.refusals import AlreadyMember

pytestmark = pytest.mark.django_db


def test_a_person_registers_and_the_coordinator_confirms_once(joko, bagus, bandung) -> None:
    member = services.register_member(chapter=bandung, name=" Joko ", user=joko)
    assert (member.name, member.confirmed_at) == ("Joko", None)
    assert selectors.member_of(joko) == member
    first = services.confirm_member(member=member, by=bagus).confirmed_at
    assert services.confirm_member(member=member, by=bagus).confirmed_at == first
    assert list(Line.objects.order_by("id").values_list("verb", flat=True)) == [
        "member.registered",
        "member.confirmed",
    ]


def test_one_log_in_is_one_member(joko, bandung, jepara) -> None:
    services.register_member(chapter=bandung, name="Joko", user=joko)
    with pytest.raises(AlreadyMember, match="Simpul Bandung"):
        services.register_member(chapter=jepara, name="Joko", user=joko)
    assert Member.objects.count() == 1


def test_a_community_without_a_log_in_may_be_a_member(bandung) -> None:
    member = services.register_member(
        chapter=bandung, name="Kelompok Pandan", kind="community", by="system:test"
    )
    assert (member.kind, member.user) == ("community", None)


def test_a_stranger_and_another_chapters_coordinator_cannot_confirm(joko, bagus, jepara) -> None:
    member = services.register_member(chapter=jepara, name="Ani", by="system:test")
    for person in (joko, bagus):
        with pytest.raises(NotCoordinator):
            services.confirm_member(member=member, by=person)
    member.refresh_from_db()
    assert member.confirmed_at is None

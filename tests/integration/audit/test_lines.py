import pytest

from iccn.audit import services as audit
from iccn.audit.context import Context, bind, unbind

pytestmark = pytest.mark.django_db


def test_a_line_says_who_what_on_what_and_from_where(sari, bandung) -> None:
    token = bind(Context(request_id="r1", origin="web 127.0.0.1"))
    line = audit.record(sari, "chapter.seen", bandung, pieces=3, code="x", price=None)
    unbind(token)
    assert (line.actor, line.verb, line.subject_type) == (
        f"user:{sari.pk}",
        "chapter.seen",
        "chapters.chapter",
    )
    assert (line.subject_id, line.facts) == (str(bandung.pk), {"pieces": 3, "code": "x", "price": None})
    assert (line.origin, line.request_id) == ("web 127.0.0.1", "r1")


def test_without_an_actor_the_signed_in_person_is_taken(bandung) -> None:
    token = bind(Context(actor="user:7"))
    assert audit.record(None, "chapter.seen", bandung).actor == "user:7"
    unbind(token)
    assert audit.record(None, "chapter.seen", bandung).actor == "system:unnamed"
    assert audit.record("guest", "chapter.seen", bandung).actor == "guest"

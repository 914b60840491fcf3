"""Writing a line of the audit trail."""

from typing import Protocol

from django.db import models

from iccn.audit.context import current
from iccn.audit.models import Line


class HasKey(Protocol):
    @property
    def pk(self) -> int | str | None: ...


def record(actor: HasKey | str | None, verb: str, subject: models.Model, **facts: object) -> Line:
    """Adds a line in the caller's transaction: it stands exactly when the change stands.

    `actor` is a user, a name like "system:settlement" or "guest", or None for whoever is signed in.
    """
    here = current()
    return Line.objects.create(
        actor=name_of(actor),
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        facts={
            key: value if isinstance(value, int | float | bool | None) else str(value)
            for key, value in facts.items()
        },
        origin=here.origin[:80],
        request_id=here.request_id[:64],
    )


def name_of(actor: HasKey | str | None) -> str:
    if actor is None:
        return current().actor or "system:unnamed"
    return actor if isinstance(actor, str) else f"user:{actor.pk}"

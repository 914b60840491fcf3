"""Telling a person something: written in the caller's transaction, sent by a task once that stands."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from django.db import models, transaction
from django.utils import timezone

from iccn.notices.models import Notice
from iccn.notices.recipient import Recipient
from iccn.notices.tasks import deliver
from iccn.notices.words import Words, words_for

KEPT_FOR = timedelta(days=365)


@transaction.atomic
def tell(
    *,
    to: Recipient,
    kind: str,
    facts: Mapping[str, object] | None = None,
    subject: models.Model | None = None,
) -> list[Notice]:
    """Writes the message over every channel the person can be reached by, and sends it after commit.

    `subject` is the thing it is about. Returns the notices; none when the person has neither e-mail nor phone.
    """
    language = to.language if to.language in {"id", "en"} else "id"
    words = words_for(kind, language, {**(facts or {}), "recipient": to})
    about = (subject._meta.label_lower, str(subject.pk)) if subject is not None else ("", "")
    notices = [
        Notice.objects.create(
            kind=kind,
            channel=channel,
            name=to.name[:120],
            address=address,
            language=language,
            subject=words.subject[:200],
            text=text,
            html=words.html if channel == Notice.Channel.EMAIL else "",
            about_type=about[0],
            about_id=about[1],
        )
        for channel, address, text in _ways(to, words)
    ]
    for notice in notices:
        transaction.on_commit(partial(deliver.enqueue, notice.pk))
    return notices


def _ways(to: Recipient, words: Words) -> list[tuple[Notice.Channel, str, str]]:
    ways = [
        (Notice.Channel.EMAIL, to.email, words.text),
        (Notice.Channel.WHATSAPP, to.phone, words.whatsapp),
    ]
    return [way for way in ways if way[1] and way[2]]


@transaction.atomic
def prune() -> int:
    """Forgets messages past their time; returns how many."""
    return Notice.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()[0]

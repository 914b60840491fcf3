"""Sending one notice over its channel. A message that fails is tried again, five times at most."""

import smtplib

import structlog
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from iccn.notices.models import Notice
from iccn.notices.whatsapp import WhatsAppUnavailable, adapter

logger = structlog.get_logger(__name__)
MOST_TRIES = 5


@transaction.atomic
def send(notice_id: int) -> Notice.State | None:
    """Sends it once, under a lock: two workers, one message. Returns the state it is left in."""
    notice = Notice.objects.select_for_update(skip_locked=True).filter(pk=notice_id).first()
    if notice is None or notice.state != Notice.State.WAITING:
        return Notice.State(notice.state) if notice else None
    notice.tries += 1
    try:
        _hand_over(notice)
    except (OSError, smtplib.SMTPException, WhatsAppUnavailable) as error:
        logger.warning("notice not sent", notice=notice.pk, tries=notice.tries, error=type(error).__name__)
        notice.state = Notice.State.FAILED if notice.tries >= MOST_TRIES else Notice.State.WAITING
    else:
        notice.state, notice.sent_at = Notice.State.SENT, timezone.now()
    notice.save(update_fields=["state", "tries", "sent_at"])
    return Notice.State(notice.state)


def _hand_over(notice: Notice) -> None:
    if notice.channel == Notice.Channel.WHATSAPP:
        adapter().send(phone=notice.address, text=notice.text)
        return
    mail = EmailMultiAlternatives(notice.subject, notice.text, to=[notice.address])
    if notice.html:
        mail.attach_alternative(notice.html, "text/html")
    mail.send()

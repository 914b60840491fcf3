"""WhatsApp by an adapter: the default only notes that it would have sent."""

from typing import Protocol

import structlog
from django.conf import settings
from django.utils.module_loading import import_string

logger = structlog.get_logger(__name__)


class WhatsAppUnavailable(Exception):  # noqa: N818 - the provider's state, told to the sender
    """The provider did not take the message; trying again may help."""


class WhatsApp(Protocol):
    def send(self, *, phone: str, text: str) -> None:
        """Sends to a phone in E.164. Raises WhatsAppUnavailable."""


class LogOnly:
    """No provider is set: the message stays in our outbox; the log says that, and no more."""

    def send(self, *, phone: str, text: str) -> None:
        logger.info("whatsapp not configured", length=len(text), has_phone=bool(phone))


def adapter() -> WhatsApp:
    made: WhatsApp = import_string(settings.WHATSAPP_ADAPTER)()
    return made

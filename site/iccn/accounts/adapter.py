"""How allauth behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from iccn.notices.models import Notice


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Codes and links are sent at once and never stored, but for the demo, whose post box shows them."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, context)
        message.send()
        if settings.DEMO:
            Notice.objects.create(
                kind=template_prefix.rsplit("/", 1)[-1],
                channel=Notice.Channel.EMAIL,
                name="",
                address=email,
                language=settings.LANGUAGE_CODE,
                subject=message.subject[:200],
                text=message.body,
                state=Notice.State.SENT,
            )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:home")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:home")

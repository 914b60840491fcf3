"""Addresses of pages about a payment. Whoever holds the signed address may see the page: guests have no log-in."""

from django.conf import settings
from django.core.signing import Signer
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare

from store.payment.models import Attempt


def signature_of(provider_id: str) -> str:
    return Signer(salt="store.payment.waiting").signature(provider_id)


def is_signed(provider_id: str, signature: str) -> bool:
    return constant_time_compare(signature_of(provider_id), signature)


def waiting_path(attempt: Attempt, page: str = "waiting") -> str:
    """Of the waiting page (or `state`, `change`), in the language in which the shopper pays."""
    with translation.override(attempt.language):
        return reverse(f"payment:{page}", args=[attempt.provider_id, signature_of(attempt.provider_id)])


def waiting_url(attempt: Attempt) -> str:
    return settings.BASE_URL + waiting_path(attempt)


def way_on(attempt: Attempt) -> str:
    """Where a shopper who has just chosen how to pay goes: the gateway's page, or ours while that is being made."""
    return attempt.redirect_url or waiting_path(attempt)

"""Finding links."""

from django.db.models import QuerySet
from django.utils import timezone

from store.links.models import OneTimeLink
from store.links.rules import fingerprint
from store.partner.models import Partner


def link_of(token: str) -> OneTimeLink | None:
    """By its token, whatever it is still worth; one query."""
    return OneTimeLink.objects.filter(token_hash=fingerprint(token)).select_related("artisan", "user").first()


def live_links(artisan: Partner) -> QuerySet[OneTimeLink]:
    """Those of an artisan that still open something, the newest first."""
    return OneTimeLink.objects.filter(
        artisan=artisan, used_at=None, revoked_at=None, expires_at__gt=timezone.now()
    ).select_related("user")

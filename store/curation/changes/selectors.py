"""What artisans and curators see of requests."""

from django.db.models import QuerySet

from iccn.accounts.models import User
from iccn.accounts.roles import CURATOR
from iccn.members.models import Member
from store.catalogue.models import Product
from store.curation.changes import telling
from store.curation.changes.difference import Difference, told
from store.curation.changes.machine import LIVE, State
from store.curation.models import ChangeRequest
from store.partner.models import Partner


def products_of(artisan: Partner) -> QuerySet[Product]:
    """Her products that were published, the newest first."""
    found: QuerySet[Product] = Product.objects.published().by_artisan(artisan).order_by("-published_at")
    return found


def changes_of(artisan: Partner) -> QuerySet[ChangeRequest]:
    return ChangeRequest.objects.filter(artisan=artisan).select_related("product", "chapter", "artisan")


def live_change_of(product: Product) -> ChangeRequest | None:
    """The draft or the open request of a product: there is one at most."""
    return ChangeRequest.objects.filter(product=product, state__in=LIVE).first()


def for_curators() -> QuerySet[ChangeRequest]:
    """Everything that was sent."""
    return ChangeRequest.objects.exclude(sent_at=None).select_related("product", "artisan", "chapter")


def is_stale(change: ChangeRequest) -> bool:
    """Whether the product is no longer as it was when the request was written."""
    product = fresh(change)
    return (change.before, change.pictures_before) != (
        telling.telling_of(product),
        telling.pictures_of(product),
    )


def fresh(change: ChangeRequest) -> Product:
    """The product as the database has it now."""
    product: Product = Product.objects.get(pk=change.product_id)
    return product


def difference_of(change: ChangeRequest) -> Difference:
    return told(
        telling.words_of(change.before, change.product),
        telling.words_of(change.after, change.product),
        change.pictures_before,
        change.pictures_after,
    )


def curators_for(change: ChangeRequest) -> list[User]:
    """Who may be asked: curators who are neither the artisan nor of her chapter."""
    tied = Member.objects.filter(chapter=change.chapter_id, user__isnull=False).values("user")
    others = User.objects.filter(groups__name=CURATOR, is_active=True).exclude(pk__in=tied)
    return list(others.exclude(pk__in=change.artisan.users.values("pk")))


def waiting() -> int:
    return ChangeRequest.objects.filter(state=State.OPEN).count()

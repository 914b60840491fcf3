"""Putting things in front, from outside the Wagtail admin."""

from typing import Any, TypeVar

from django.db import transaction

from iccn.accounts.models import User
from iccn.audit import services as audit
from store.partner.models import Partner
from store.promotion.details import PromotionDetails
from store.promotion.models import Collection, CollectionItem, FeaturedMaker, Promoted
from store.promotion.refusals import EmptyCollection, MakerDoesNotAgree

Kind = TypeVar("Kind", bound=Promoted)


@transaction.atomic
def publish_collection(*, slug: str, kind: str, details: PromotionDetails, by: User | str) -> Collection:
    """Makes a collection and shows it at once; one that stands under this address stays. Raises EmptyCollection."""
    there: Collection | None = Collection.objects.filter(slug=slug).first()
    if there is not None:
        return there
    if not details.products:
        raise EmptyCollection
    made = Collection(slug=slug, kind=kind, live=False, **_words(details))
    items: Any = [
        CollectionItem(product_id=one, sort_order=place) for place, one in enumerate(details.products)
    ]
    made.items.set(items)
    made.save()
    return _shown(made, details, by)


@transaction.atomic
def feature_maker(*, artisan: Partner, details: PromotionDetails, by: User | str) -> FeaturedMaker:
    """Puts an artisan in front; one who is there already stays. Raises MakerDoesNotAgree."""
    there: FeaturedMaker | None = FeaturedMaker.objects.filter(artisan=artisan).first()
    if there is not None:
        return there
    if not artisan.is_public:
        raise MakerDoesNotAgree(name=artisan.name)
    made = FeaturedMaker(artisan=artisan, live=False, **_words(details))
    made.save()
    return _shown(made, details, by)


def _words(details: PromotionDetails) -> dict[str, Any]:
    return {
        "title": details.title,
        "title_en": details.title_en,
        "text": details.text,
        "text_en": details.text_en,
        "picture": details.picture,
    }


def _shown(made: Kind, details: PromotionDetails, by: User | str) -> Kind:
    made.expire_at = details.until
    made.save_revision().publish()
    made.refresh_from_db()  # Wagtail publishes a copy
    audit.record(by, "promotion.published", made, title=details.title)
    return made

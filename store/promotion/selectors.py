"""What is promoted today."""

from collections.abc import Sequence

from store.promotion.models import Collection, FeaturedMaker


def collection_shown(slug: str) -> Collection | None:
    """A collection that is showing, with its items."""
    found: Collection | None = (
        Collection.objects.showing()
        .filter(slug=slug)
        .select_related("picture")
        .prefetch_related("items", "picture__renditions")
        .first()
    )
    return found


def collections_shown() -> Sequence[Collection]:
    """Seasons first. Three queries."""
    return list(
        Collection.objects.showing()
        .select_related("picture")
        .prefetch_related("items", "picture__renditions")
    )


def makers_shown() -> Sequence[FeaturedMaker]:
    """Of artisans who agree to be shown, the newest first."""
    found = FeaturedMaker.objects.showing().filter(artisan__is_public=True)
    return list(
        found.select_related(
            "picture",
            "artisan__portrait",
            "artisan__member__chapter__regency",
            "artisan__member__village__district",
        ).prefetch_related("picture__renditions", "artisan__portrait__renditions")
    )

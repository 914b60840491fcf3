"""What curators put in front: collections, a season, a featured maker."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from iccn.demo.loader import stories
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.stories import Row
from store.catalogue.models import Product
from store.partner.models import Partner
from store.promotion.details import PromotionDetails
from store.promotion.services import feature_maker, publish_collection

BY = "system:demo"


def tell_promotion(progress: Progress, told: Row | None = None) -> None:
    told = told or stories.read(stories.FOLDER / "promotion.yaml")
    rows = [(tell_collection, row) for row in told["collections"]] + [
        (tell_maker, row) for row in told["makers"]
    ]
    for tell, row in progress.over(rows, "Promosi"):
        tell(row)


def tell_collection(row: Row) -> None:
    known = dict(Product.objects.published().filter(title__in=row["products"]).values_list("title", "pk"))
    products = tuple(known[title] for title in row["products"] if title in known)
    if products:  # an excerpt of the stories may have none of them
        publish_collection(
            slug=row["slug"], kind=row["kind"], details=details_of(row, products=products), by=BY
        )


def tell_maker(row: Row) -> None:
    artisan = Partner.objects.filter(code=row["artisan"], is_public=True).first()
    if artisan is not None:
        feature_maker(artisan=artisan, details=details_of(row), by=BY)


def details_of(row: Row, **more: Any) -> PromotionDetails:
    days = row.get("until_days")
    return PromotionDetails(
        title=row["title"],
        title_en=row["en"],
        text=row["text"],
        text_en=row["text_en"],
        until=timezone.now() + timedelta(days=days) if days else None,
        **more,
    )

"""The fixed catalogue that searches are judged over: the demo's products and some more, without pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.utils.text import slugify

from iccn.chapters.models import Chapter
from iccn.demo.loader import recipe, stories
from iccn.demo.loader.products import tell_categories
from iccn.demo.loader.stories import Row, Stories
from iccn.members.models import Member
from iccn.money.rupiah import Rupiah
from iccn.regions.models import Province, Regency
from iccn.regions.services import rows
from store.catalogue.details import CertificateDetails, ProductDetails
from store.catalogue.services import publish_product
from store.partner.models import Partner
from store.search.models import ProductDocument
from store.search.services import reindex, seed_variants

HERE = Path(__file__).parent


def load_catalogue() -> dict[int, str]:
    """Writes it, indexes it with the wordings to begin with, and gives the key of each product."""
    told, more = stories.load(), yaml.safe_load((HERE / "catalogue.yaml").read_text(encoding="utf-8"))
    tell_categories(told)
    makers = _makers([*told.artisans, *more["makers"]], _chapters(told))
    for details in (*_of_the_demo(told, makers), *_more(more["products"], makers)):
        publish_product(details=details, by="system:test", upc=slugify(details.title)[:64])
    seed_variants()
    list(reindex())
    return {pk: slugify(title) for pk, title in ProductDocument.objects.values_list("product_id", "title")}


def _chapters(told: Stories) -> dict[str, Chapter]:
    Province.objects.bulk_create(Province(**row) for row in rows("provinces.csv"))
    Regency.objects.bulk_create(
        Regency(code=row["code"], province_id=row["province_code"], name=row["name"])
        for row in rows("regencies.csv")
    )
    made = Chapter.objects.bulk_create(
        Chapter(slug=row["slug"], name=row["name"], regency_id=row["regency"]) for row in told.chapters
    )
    return {one.slug: one for one in made}


def _makers(told: list[Row], chapters: dict[str, Chapter]) -> dict[str, Partner]:
    """All agreed to be named."""
    makers = {}
    for row in told:
        member = Member.objects.create(chapter=chapters[row["chapter"]], name=row["name"])
        makers[row["code"]] = Partner.objects.create(
            code=row["code"], name=row["name"], member=member, is_accepted=True, is_public=True
        )
    return makers


def _of_the_demo(told: Stories, makers: dict[str, Partner]) -> Iterator[ProductDetails]:
    for family, product, place in told.products:
        maker = makers[product["by"]]
        story = recipe.told_in_full(family, product, place)
        yield _details(
            maker,
            {**family, **product, "category": family["category"], "story": story.id, "story_en": story.en},
        )


def _more(products: list[dict[str, Any]], makers: dict[str, Partner]) -> Iterator[ProductDetails]:
    for product in products:
        yield _details(makers[product["by"]], {"price": 100_000, **product})


def _details(maker: Partner, row: Row) -> ProductDetails:
    return ProductDetails(
        title=row["title"],
        title_en=row["en"],
        story=row["story"],
        story_en=row["story_en"],
        category_slug=row["category"],
        partner=maker,
        materials=tuple(row["materials"]),
        techniques=tuple(row["techniques"]),
        price=Rupiah(row["price"]),
        making_cost=Rupiah(row["price"] * 60 // 100),
        weight_g=400,
        length_cm=30,
        width_cm=20,
        height_cm=10,
        stock=5,
        made_to_order=bool(row.get("order")),
        certificates=tuple(
            CertificateDetails(kind=kind, number=kind.upper()) for kind in row.get("proof", [])
        ),
    )

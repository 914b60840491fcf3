"""Rows of the documents' table as the serializer makes them, without the long way through a product's life."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Value
from django.db.models.functions import Cast

from iccn.chapters.models import Chapter
from iccn.regions.models import Province, Regency
from store.catalogue.models import Product, ProductClass
from store.partner.models import Partner
from store.search.document import digest_of
from store.search.models import ProductDocument
from store.search.vectors import analyse, heading_vector, whole_vector

FIRST_DAY = datetime(2026, 1, 1, 3, tzinfo=UTC)
_numbers = count(1)

SIZES = {
    "weight_g": 400,
    "length_cm": 30,
    "width_cm": 12,
    "height_cm": 25,
    "making_days": 3,
    "making_cost": 1,
}
WORDS = ("names", "story")
PLACES = {
    "32.73": ("Kota Bandung", "32", "Jawa Barat"),
    "32.04": ("Kabupaten Bandung", "32", "Jawa Barat"),
    "33.20": ("Kabupaten Jepara", "33", "Jawa Tengah"),
    "51.71": ("Kota Denpasar", "51", "Bali"),
}


def make_documents(rows: Sequence[dict[str, Any]]) -> list[ProductDocument]:
    """Later ones are newer, by a day each, unless they say otherwise."""
    kind = ProductClass.objects.get_or_create(name="Uji", slug="uji")[0]
    home = _home()
    numbers = [next(_numbers) for _row in rows]
    products = Product.objects.bulk_create(
        Product(
            product_class=kind,
            title=row["title"],
            slug=f"dokumen-{number}",
            upc=f"DOK-{number}",
            published_at=FIRST_DAY,
            **home,
        )
        for number, row in zip(numbers, rows, strict=True)
    )
    return ProductDocument.objects.bulk_create(
        _document(product, place, row)
        for place, (product, row) in enumerate(zip(products, rows, strict=True))
    )


def _home() -> dict[str, Any]:
    """A product must have a chapter and an artisan; a document tells its own."""
    name, province_code, province_name = PLACES["32.73"]
    province = Province.objects.get_or_create(code=province_code, defaults={"name": province_name})[0]
    regency = Regency.objects.get_or_create(code="32.73", defaults={"name": name, "province": province})[0]
    chapter = Chapter.objects.get_or_create(slug="rak-uji", defaults={"name": "Rak uji", "regency": regency})[
        0
    ]
    artisan = Partner.objects.get_or_create(code="rak-uji", defaults={"name": "Rak uji"})[0]
    return {"chapter": chapter, "artisan": artisan, **SIZES}


def _document(product: Product, place: int, row: dict[str, Any]) -> ProductDocument:
    given = {name: value for name, value in row.items() if name not in WORDS}
    regency = given.pop("regency_code", "32.73")
    regency_name, province_code, province_name = PLACES[regency]
    analysed = analyse(
        title=(row["title"], row.get("title_en", "")),
        names=(*row.get("names", ()), regency_name, province_name),
        rest=(row.get("story", ""),),
    )
    fields = {
        "artisan_id": 1,
        "artisan_name": "Sari",
        "artisan_code": "sari",
        "chapter_slug": "bandung",
        "chapter_name": "Simpul Bandung",
        "regency_code": regency,
        "regency_name": regency_name,
        "province_code": province_code,
        "province_name": province_name,
        "price": 100_000,
        "is_public": True,
        "is_made_to_order": False,
        "is_available": True,
        "pieces_left": 5,
        "published_at": FIRST_DAY + timedelta(days=place),
    }
    document = ProductDocument(
        product=product,
        upc=product.upc,
        slug=product.slug,
        analysed=asdict(analysed),
        heading=_vector(heading_vector(analysed)),
        words=_vector(whole_vector(analysed)),
        **{**fields, **given},
    )
    document.digest = digest_of(document)
    return document


def _vector(literal: str) -> Any:
    return Cast(Value(literal), SearchVectorField())


def variant(size: str, colour: str, *, there: bool = True, price: int = 100_000) -> dict[str, Any]:
    return {"options": {"ukuran": size, "warna": colour}, "price": price, "is_available": there}

"""Thousands of products at once: rows written in bulk, documents made by the indexer."""

from datetime import timedelta

from django.utils import timezone

from iccn.chapters.models import Chapter
from iccn.media.models import Picture
from iccn.members.models import Member
from iccn.regions.models import District, Province, Regency, Village
from store.catalogue.models import Category, Product, ProductCategory, ProductCertificate, ProductImage
from store.partner.models import Partner, StockRecord
from store.search.models import ProductDocument
from store.search.services import reindex
from tests.factories.catalogue import make_category, make_picture, make_product
from tests.factories.crafts import CRAFTS, PARENTS, PLACES, Good, good

BATCH = 5_000
MAKERS = 3  # of each chapter


def make_many(artisan: Partner, total: int, *, pictures: int = 0, is_indexed: bool = True) -> None:
    """So many products of `crafts.good`, of makers in 33 chapters beside `artisan`; with their documents.

    Called again with more, it adds what is missing. With `pictures`, each product has one of so many.
    """
    pattern = Product.objects.filter(upc="POLA").first() or make_product(artisan, upc="POLA")
    categories, makers, shown = _categories(), _makers(), _pictures(pictures)
    before = Product.objects.count()
    for start in range(before, total, BATCH):
        goods = [good(number) for number in range(start, min(start + BATCH, total))]
        products = _write(goods, makers, pattern)
        _fill(goods, products, categories)
        if shown:
            _show(products, shown)
    if not is_indexed:
        return
    new = Product.objects.exclude(pk__in=ProductDocument.objects.values("pk"))
    list(reindex(product_ids=new.order_by("pk").values_list("pk", flat=True)))


def _categories() -> dict[str, Category]:
    parents = {slug: make_category(slug, *names) for slug, names in PARENTS.items()}
    made = {}
    for craft in CRAFTS:
        parent = parents[craft.parent]
        parent.refresh_from_db()  # the tree counts children on the row
        made[craft.slug] = make_category(craft.slug, craft.name, craft.name_en, under=parent)
    return made


def _makers() -> list[list[Partner]]:
    """Three makers of each chapter, in the order of PLACES."""
    return [[_maker(place, number) for number in range(MAKERS)] for place in PLACES]


def _maker(place: tuple[str, ...], number: int) -> Partner:
    province, province_name, code, regency_name, slug, name = place
    there = Partner.objects.filter(code=f"{slug}-{number}").first()
    if there is not None:
        return there
    Province.objects.get_or_create(code=province, defaults={"name": province_name})
    Regency.objects.get_or_create(code=code, defaults={"name": regency_name, "province_id": province})
    District.objects.get_or_create(code=f"{code}.01", defaults={"name": "Kota", "regency_id": code})
    village, _ = Village.objects.get_or_create(
        code=f"{code}.01.2001",
        defaults={"name": "Sukamaju", "district_id": f"{code}.01", "postal_code": "40111"},
    )
    chapter, _ = Chapter.objects.get_or_create(slug=slug, defaults={"name": name, "regency_id": code})
    title = f"Perajin {number + 1} {name.removeprefix('Simpul ')}"
    member = Member.objects.create(chapter=chapter, name=title, village=village)
    return Partner.objects.create(
        name=title,
        code=f"{slug}-{number}",
        member=member,
        craft="kriya",
        is_accepted=True,
        is_public=number > 0,
    )


def _pictures(total: int) -> list[Picture]:
    there = list(Picture.objects.filter(title__startswith="Karya ").order_by("pk"))
    return there + [make_picture(f"Karya {number}") for number in range(len(there), total)]


def _write(goods: list[Good], makers: list[list[Partner]], pattern: Product) -> list[Product]:
    now = timezone.now()
    kept = {"product_class_id", "structure", "is_discountable", "length_cm", "width_cm", "height_cm"}
    shared = {name: getattr(pattern, name) for name in kept}
    return Product.objects.bulk_create(
        Product(
            **shared,
            upc=f"B{one.number:06}",
            title=one.title,
            title_en=one.title_en,
            slug=f"produk-{one.number}",
            description=one.story,
            story_en=one.story_en,
            artisan=makers[one.place][one.maker],
            chapter=makers[one.place][one.maker].chapter,
            materials=[one.material],
            techniques=[one.technique],
            weight_g=one.craft.weight_g,
            making_cost=one.price // 3,
            is_made_to_order=one.stock is None,
            is_public=True,
            published_at=now - timedelta(minutes=one.number),
        )
        for one in goods
    )


def _fill(goods: list[Good], products: list[Product], categories: dict[str, Category]) -> None:
    pairs = list(zip(goods, products, strict=True))
    ProductCategory.objects.bulk_create(
        ProductCategory(product=product, category=categories[one.craft.slug]) for one, product in pairs
    )
    StockRecord.objects.bulk_create(
        StockRecord(
            product=product,
            partner=product.artisan,
            partner_sku=product.upc,
            price_currency="IDR",
            price=one.price,
            num_in_stock=one.stock,
            num_allocated=0,
        )
        for one, product in pairs
    )
    ProductCertificate.objects.bulk_create(
        ProductCertificate(product=product, kind=one.certificate, number=f"ID{one.number:08}")
        for one, product in pairs
        if one.certificate
    )


def _show(products: list[Product], pictures: list[Picture]) -> None:
    ProductImage.objects.bulk_create(
        ProductImage(
            product=product,
            picture=pictures[place % len(pictures)],
            original=pictures[place % len(pictures)].file.name,
            display_order=0,
        )
        for place, product in enumerate(products)
    )

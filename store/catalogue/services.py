"""Verbs about products: publish, change, pause, resume, count stock."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.media.models import Picture
from iccn.refusals import refuse_unless
from store.catalogue import changes, rules
from store.catalogue.details import ProductChange, ProductDetails
from store.catalogue.models import (
    Category,
    Product,
    ProductCategory,
    ProductCertificate,
    ProductClass,
    ProductImage,
)
from store.catalogue.permissions import may_change, may_tend
from store.catalogue.refusals import (
    ArtisanWithoutChapter,
    IncompleteProduct,
    MadeToOrder,
    OtherProduct,
    StockBelowPromised,
    StockByVariant,
    UnknownCategory,
)
from store.catalogue.variants import refuse_wrong, write_stock, write_variants
from store.partner.models import Partner, StockRecord

Actor = User | str
CLASS_SLUG = "produk"
CHANGED = ("title", "title_en", "description", "story_en", "making_cost")


@transaction.atomic
def publish_product(*, details: ProductDetails, by: Actor, upc: str) -> Product:
    """Makes the product that curators selected with its variants, on sale at once. `upc` names it for good.

    Publishing the same upc again gives the product that stands. Raises IncompleteProduct, WrongVariants,
    UnknownCategory, ArtisanWithoutChapter, OtherProduct (the upc belongs to another artisan).
    """
    Partner.objects.select_for_update().get(pk=details.partner.pk)
    there: Product | None = Product.objects.filter(upc=upc).first()
    if there is not None:
        if there.artisan_id != details.partner.pk:
            raise OtherProduct(upc=upc)
        return there
    category = _checked(details)
    product = _write(details, upc)
    ProductCategory.objects.create(product=product, category=category)
    if details.variants:
        write_variants(product, details)
    else:
        write_stock(product, price=details.price, pieces=details.stock)
    _write_proof(product, details)
    audit.record(by, "product.published", product, upc=upc, price=int(details.price))
    changes.tell([product.pk])
    return product


def _checked(details: ProductDetails) -> Category:
    if fields := rules.missing(_words(details), _figures(details)):
        raise IncompleteProduct(fields=", ".join(fields))
    refuse_wrong(details.variants)
    if details.partner.chapter is None:
        raise ArtisanWithoutChapter(artisan=details.partner.name)
    category: Category | None = Category.objects.filter(slug=details.category_slug).first()
    if category is None:
        raise UnknownCategory(slug=details.category_slug)
    return category


def _words(details: ProductDetails) -> dict[str, str]:
    return {name: getattr(details, name) for name in rules.WORDS_NEEDED}


def _figures(details: ProductDetails) -> dict[str, int]:
    return {name: int(getattr(details, name)) for name in (*rules.FIGURES_NEEDED, *rules.FIGURES_FROM_ZERO)}


def _write(details: ProductDetails, upc: str) -> Product:
    product: Product = Product.objects.create(
        upc=upc,
        structure=Product.PARENT if details.variants else Product.STANDALONE,
        product_class=_the_class(),
        artisan=details.partner,
        chapter=details.partner.chapter,
        title=details.title.strip(),
        title_en=details.title_en.strip(),
        description=details.story,
        story_en=details.story_en,
        materials=rules.tidy_words(details.materials),
        techniques=rules.tidy_words(details.techniques),
        weight_g=details.weight_g,
        length_cm=details.length_cm,
        width_cm=details.width_cm,
        height_cm=details.height_cm,
        making_days=details.making_days,
        is_made_to_order=details.made_to_order,
        making_cost=details.making_cost,
        why_selected=details.why_selected,
        why_selected_en=details.why_selected_en,
        published_at=timezone.now(),
    )
    return product


def _the_class() -> ProductClass:
    """Oscar wants a class for each product; ours all have the same."""
    found: ProductClass = ProductClass.objects.get_or_create(slug=CLASS_SLUG, defaults={"name": "Produk"})[0]
    return found


def _write_proof(product: Product, details: ProductDetails) -> None:
    for place, picture in enumerate(details.pictures):
        ProductImage.objects.create(
            product=product, picture=picture, display_order=place, caption=picture.description[:200]
        )
    for one in details.certificates:
        ProductCertificate.objects.create(
            product=product, kind=one.kind, number=one.number, valid_until=one.valid_until
        )


@transaction.atomic
def change_product(*, product: Product, change: ProductChange, by: Actor) -> Product:
    """Gives a product on sale other words, prices or pictures; its address, code and stock stay.

    Raises ChangedByCurators, IncompleteProduct.
    """
    if isinstance(by, User):
        refuse_unless(may_change(user=by))
    held = _held(product)
    _refuse_incomplete(change)
    held.title, held.title_en = change.title.strip(), change.title_en.strip()
    held.description, held.story_en, held.making_cost = change.story, change.story_en, change.making_cost
    held.save(update_fields=[*CHANGED, "date_updated"])
    held.children.update(title=held.title, title_en=held.title_en, making_cost=held.making_cost)
    for stock in StockRecord.objects.select_for_update().filter(partner_sku__in=change.prices).order_by("pk"):
        stock.price = int(change.prices[stock.partner_sku])
        stock.save(update_fields=["price", "date_updated"])
    _hang(held, change.pictures)
    audit.record(by, "product.changed", held, upc=held.upc)
    changes.tell([held.pk])
    return held


def _refuse_incomplete(change: ProductChange) -> None:
    absent = [name for name in rules.WORDS_NEEDED if not str(getattr(change, name)).strip()]
    absent += ["price"] * any(int(price) <= 0 for price in change.prices.values())
    absent += ["pictures"] * (not change.pictures)
    if absent:
        raise IncompleteProduct(fields=", ".join(absent))


def _hang(product: Product, pictures: Sequence[Picture]) -> None:
    """Leaves exactly these pictures, in this order; one that stays keeps its caption."""
    ProductImage.objects.filter(product=product).exclude(picture__in=pictures).delete()
    there = {image.picture_id: image for image in ProductImage.objects.filter(product=product)}
    for place, picture in enumerate(pictures):
        image = there.get(picture.pk) or ProductImage(
            product=product, picture=picture, caption=picture.description[:200]
        )
        image.display_order = place
        image.save()


def _refuse_strangers(by: Actor, product: Product) -> None:
    """A name like "system:demo" speaks for the project itself."""
    if isinstance(by, User):
        refuse_unless(may_tend(user=by, product=product))


@transaction.atomic
def pause_product(*, product: Product, by: Actor) -> Product:
    """Takes a product off the shelf with all its variants; its page and passport stay. Twice changes nothing."""
    _refuse_strangers(by, product)
    held = _held(product)
    if held.paused_at is None:
        held.paused_at, held.is_public = timezone.now(), False
        _keep(held, "product.paused", by)
    return held


@transaction.atomic
def resume_product(*, product: Product, by: Actor) -> Product:
    """Puts a paused product back on the shelf with all its variants. Resuming twice changes nothing."""
    _refuse_strangers(by, product)
    held = _held(product)
    if held.paused_at is not None:
        held.paused_at, held.is_public = None, True
        _keep(held, "product.resumed", by)
    return held


def _held(product: Product) -> Product:
    """The product's row, locked; of a variant that of the product it belongs to."""
    found: Product = Product.objects.select_for_update().get(pk=product.parent_id or product.pk)
    return found


def _keep(product: Product, verb: str, by: Actor) -> None:
    product.save(update_fields=["paused_at", "is_public", "date_updated"])
    product.children.update(paused_at=product.paused_at, is_public=product.is_public)
    audit.record(by, verb, product)
    changes.tell([product.pk])


@transaction.atomic
def set_stock(*, product: Product, pieces: int, by: Actor) -> StockRecord:
    """Says how many finished pieces there are of a product or a variant, those promised to buyers included.

    Raises NotYourProduct, MadeToOrder, StockByVariant, StockBelowPromised.
    """
    return _count(product, _stock_of(product, by), pieces, by)


@transaction.atomic
def add_stock(*, product: Product, pieces: int, by: Actor) -> StockRecord:
    """So many pieces more (or less) than there are now. Raises as `set_stock`."""
    stock = _stock_of(product, by)
    return _count(product, stock, (stock.num_in_stock or 0) + pieces, by)


def _stock_of(product: Product, by: Actor) -> StockRecord:
    _refuse_strangers(by, product)
    if product.is_made_to_order:
        raise MadeToOrder
    if product.is_parent:
        raise StockByVariant
    stock: StockRecord = StockRecord.objects.select_for_update().get(product=product)
    return stock


def _count(product: Product, stock: StockRecord, pieces: int, by: Actor) -> StockRecord:
    if pieces < (promised := stock.num_allocated or 0):
        raise StockBelowPromised(promised=promised, product=product.pk)
    before, stock.num_in_stock = stock.num_in_stock, pieces
    stock.save(update_fields=["num_in_stock", "date_updated"])
    audit.record(by, "stock.counted", product, before=before, after=pieces)
    changes.tell([product.parent_id or product.pk])
    return stock


@transaction.atomic
def tell_of_category(*, category: Category, by: Actor) -> None:
    """After a category was made, renamed, moved or hidden: its products and those under it are found by other words."""
    category.refresh_from_db()
    category.set_ancestors_are_public()
    audit.record(by, "category.changed", category, slug=category.slug)
    changes.tell(
        list(Product.objects.filter(categories__path__startswith=category.path).values_list("pk", flat=True))
    )


@transaction.atomic
def tell_of_artisan(*, artisan: Partner) -> None:
    """After an artisan's public name or consent changed: her products show and are found by it."""
    whole = Product.objects.by_artisan(artisan).filter(parent=None)
    changes.tell(list(whole.values_list("pk", flat=True)))

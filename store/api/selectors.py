"""The only door by which pages look into the store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import translation

from iccn.chapters.models import Chapter
from store.api.cards import ArtisanCard, ChapterMoney, MakerShelf, ProductCard, PublicTotals, Shelf
from store.catalogue.models import Product
from store.catalogue.tree import CategoryTree
from store.partner.models import Partner
from store.profit.export import totals_csv
from store.profit.selectors import money_of_chapter, public_totals
from store.promotion import showing
from store.promotion.models import Collection, FeaturedMaker
from store.search.cards import card_of
from store.search.engines.port import ProductQuery
from store.search.product_page import Maker
from store.search.selectors import find_products

FEW = 12


def product_cards(
    *,
    ids: Sequence[int] | None = None,
    chapter: Chapter | None = None,
    category: str = "",
    newest: int = FEW,
) -> list[ProductCard]:
    """At most `newest` products that are on sale, the newest first; with `ids`, those, in that order.

    A `category` is named by its slug and includes what is under it. One query, two with a category.
    """
    query = ProductQuery(per_page=newest, with_facets=False, with_total=False)
    if ids is not None:
        return _in_order(ids)
    if chapter is not None:
        query = replace(query, chapter=chapter.slug)
    if category:
        node = next(
            (one for one in CategoryTree.load().nodes if one.path.rpartition("/")[2] == category), None
        )
        if node is None:
            return []
        query = replace(query, category=node.id)
    return [card_of(hit) for hit in find_products(query).hits]


def _in_order(ids: Sequence[int]) -> list[ProductCard]:
    if not ids:
        return []
    query = ProductQuery(products=tuple(ids), per_page=len(ids), with_facets=False, with_total=False)
    cards = {hit.product: card_of(hit) for hit in find_products(query).hits}
    return [cards[one] for one in ids if one in cards]


def artisan_cards(chapter: Chapter, *, most: int = 24) -> list[ArtisanCard]:
    """The chapter's artisans who agreed to be shown, those with most products on sale first."""
    found = (
        Partner.objects.filter(member__chapter=chapter, is_public=True)
        .select_related("member__chapter__regency", "member__village__district", "portrait")
        .prefetch_related("portrait__renditions")
        .annotate(on_sale=Count("products", filter=Q(products__is_public=True, products__parent=None)))
        .order_by("-on_sale", "name")
    )
    return [artisan_card(one, one.on_sale) for one in found[:most]]


def artisan_card(artisan: Partner, on_sale: int) -> ArtisanCard:
    maker = Maker(artisan)
    return ArtisanCard(
        name=maker.name,
        role=artisan.craft,
        place=maker.place,
        text=maker.story,
        url=maker.url,
        picture=maker.picture,
        products=on_sale,
    )


def chapter_money(chapter: Chapter) -> ChapterMoney:
    """The chapter's part of profit: waiting, ready to draw, drawn. Two queries."""
    return money_of_chapter(chapter)


def public_money() -> PublicTotals:
    """What sales brought to artisans, chapters and the solidarity pool, naming no person. Three queries."""
    return public_totals()


def category_choices() -> list[tuple[str, str]]:
    """Slug and title of every public category, children after their parent, for a form."""
    return [
        (node.path.rpartition("/")[2], f"{'– ' * (node.depth - 1)}{node.title}")
        for node in CategoryTree.load().nodes
    ]


def product_addresses() -> list[tuple[str, datetime]]:
    """What follows the language in the address of every published product, and when it last changed. One query."""
    rows = Product.objects.published().filter(is_public=True).values_list("slug", "pk", "date_updated")
    with translation.override("id"):
        return [
            (
                reverse("catalogue:detail", kwargs={"product_slug": slug, "pk": pk}).removeprefix("/id"),
                changed,
            )
            for slug, pk, changed in rows.order_by("pk")
        ]


def public_money_csv() -> str:
    """The open data of the transparency page: what each chapter received in each month. Three queries."""
    return totals_csv(public_totals())


def collection_shelf(collection: Collection, *, most: int = FEW) -> Shelf | None:
    """A collection as a shelf, while it shows and something of it is on sale. Two queries."""
    if not collection.is_showing:
        return None
    cards = showing.cards_in_order(collection.product_ids)[:most]
    title, text, url = collection.title_shown, collection.text_shown, collection.get_absolute_url()
    return Shelf(title=title, text=text, url=url, cards=tuple(cards)) if cards else None


def maker_shelf(featured: FeaturedMaker, *, most: int = FEW) -> MakerShelf | None:
    """A featured maker while she shows and agrees to be shown, with her newest works. One query."""
    if not featured.is_showing or not featured.artisan.is_public:
        return None
    found = featured.shown()
    return MakerShelf(
        title=featured.title_shown,
        text=featured.text_shown,
        name=featured.artisan.name,
        place=found["maker"].place,
        url=found["maker"].url,
        picture=found["picture"],
        cards=tuple(found["cards"][:most]),
    )

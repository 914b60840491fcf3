"""Pages of one thing: a product, its provenance passport, its maker."""

import io

import segno
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from store.catalogue.choosing import Choice
from store.catalogue.models import Product
from store.catalogue.tree import CategoryTree
from store.partner.models import Partner
from store.search.product_page import Maker, ProductPage, absolute, cards_of_artisan, chapter_url
from store.search.twins import twins

QR_SCALE = 8


def _page(request: HttpRequest, **which: object) -> ProductPage | None:
    product = Product.objects.published().for_display().filter(**which).first()
    if product is None:
        return None
    return ProductPage(product, CategoryTree.load(), Choice.read(product, request.GET.dict()))


def _whole(**which: object) -> Product:
    """The variant of this key or code, whose product is on sale or was."""
    variants = Product.objects.filter(parent__published_at__isnull=False).select_related("parent")
    found: Product = get_object_or_404(variants, **which)
    return found


@require_safe
def detail(request: HttpRequest, product_slug: str, pk: int) -> HttpResponse:
    page = _page(request, pk=pk)
    if page is None:
        return HttpResponsePermanentRedirect(_whole(pk=pk).get_absolute_url())
    if product_slug != page.product.slug:
        return HttpResponsePermanentRedirect(page.product.get_absolute_url())
    context = {
        "page": page,
        "product": page.product,
        "breadcrumbs": page.breadcrumbs,
        "translations": twins(page.choice.address),
    }
    return render(request, "store/product/page.html", context)


@require_safe
def passport(request: HttpRequest, upc: str) -> HttpResponse:
    """Stays for every product that was ever sold: its tag leads here, and the tags of its variants."""
    page = _page(request, upc=upc)
    if page is None:
        return HttpResponsePermanentRedirect(_whole(upc=upc).parent.passport_url())
    context = {"page": page, "product": page.product, "translations": twins(page.product.passport_url())}
    return render(request, "store/passport/page.html", context)


@require_safe
@cache_control(max_age=86_400, public=True)
def passport_qr(_request: HttpRequest, upc: str) -> HttpResponse:
    """The code for the hangtag, as SVG; middle error correction survives a crease."""
    product = get_object_or_404(Product.objects.published(), upc=upc)
    drawn = io.BytesIO()
    code = segno.make(absolute(product.passport_url()), error="m", micro=False)
    code.save(drawn, kind="svg", scale=QR_SCALE, light="white", xmldecl=False)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@require_safe
def artisan(request: HttpRequest, code: str) -> HttpResponse:
    """Only with the artisan's own consent."""
    found = get_object_or_404(
        Partner.objects.select_related("member__chapter__regency", "member__village__district", "portrait"),
        code=code,
        is_public=True,
    )
    chapter = found.chapter
    context = {
        "artisan": found,
        "maker": Maker(found),
        "chapter": chapter,
        "chapter_url": chapter_url(chapter.slug) if chapter else "",
        "cards": cards_of_artisan(found),
        "translations": twins(found.get_absolute_url()),
    }
    return render(request, "store/artisan/page.html", context)

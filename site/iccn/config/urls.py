"""Every address of the site. `/` leads to `/id/`; English twins stand under `/en/` with the same paths."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from content.home import views as pages
from content.home.sitemaps import SECTIONS
from iccn.accounts.views import to_our_login
from iccn.config.components_page import components_page
from iccn.config.health import health
from store.checkout.webhooks import midtrans


def to_indonesian(_request: HttpRequest) -> HttpResponseRedirect:
    """Indonesian first: nobody is guessed into another language."""
    return HttpResponseRedirect("/id/")


# For machines, and for the desks, which choose their language by the person.
urlpatterns: list[URLPattern | URLResolver] = [
    path("", to_indonesian),
    path("health/", health, name="health"),
    path("webhook/midtrans/", midtrans, name="webhook_midtrans"),
    path("kelola/login/", to_our_login),
    path("kelola/toko/login/", to_our_login),
    path("kelola/toko/", apps.get_app_config("dashboard").urls),  # type: ignore[attr-defined]
    path("kelola/", include(wagtailadmin_urls)),
    path("berkas/", include(wagtaildocs_urls)),
    path("robots.txt", pages.robots),
    path("sitemap.xml", sitemap, {"sitemaps": SECTIONS}, name="sitemap"),
]

if settings.MEDIA_URL.startswith("/"):
    # Small deployments serve uploads themselves; a proxy or an object store takes over by one setting.
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))

if settings.SIMULATOR:
    urlpatterns.append(path("simulator/", include("iccn.simulator.urls")))

# For people: the same paths in both languages. Wagtail's pages come last: they take what is left.
urlpatterns += i18n_patterns(
    path("akun/", include("iccn.accounts.urls")),
    path("akun/", include("allauth.urls")),
    path("t/", include("store.checkout.artisan.by_link.urls")),
    path("perajin/penghasilan/", include("store.checkout.artisan.earnings.urls")),
    path("perajin/produk/", include("store.checkout.artisan.stock.urls")),
    path("perajin/pesanan/", include("store.checkout.artisan.urls")),
    path("perajin/", include("store.curation.urls")),
    path("wilayah/", include("iccn.regions.urls")),
    path("toko/bayar/menunggu/", include("store.payment.urls")),
    path("toko/keranjang/", include("store.basket.urls")),
    path("toko/", include("store.checkout.urls")),
    path("toko/", include("store.promotion.urls")),
    path("toko/", include("store.search.urls")),
    path("toko/", include("store.search.product_urls")),
    path("cari/", include("content.finding.urls")),
    path("komponen/", components_page, name="components"),
    path("demo/pesan/", include("iccn.notices.urls")),
    path("", include("content.network.urls")),
    re_path(wagtail_urls.serve_pattern, pages.serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

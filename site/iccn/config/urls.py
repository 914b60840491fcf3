"""Every address of the site. `/` leads to `/id/`; English twins stand under `/en/` with the same paths."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import include, path
from django.views.static import serve


def to_indonesian(_request: HttpRequest) -> HttpResponseRedirect:
    """Indonesian first: nobody is guessed into another language."""
    return HttpResponseRedirect("/id/")


urlpatterns = [
    path("", to_indonesian),
    # health/ · webhook/midtrans/ · simulator/ · komponen/ · sitemap.xml · robots.txt
    # kelola/toko/ (Oscar's dashboard) before kelola/ (Wagtail)
]

if settings.MEDIA_URL.startswith("/"):
    # Small deployments serve uploads themselves; a proxy or an object store takes over by one setting.
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))

urlpatterns += i18n_patterns(
    # toko/ · perajin/ · simpul/ · transparansi/ · akun/ · then Wagtail's pages
    path("akun/", include("allauth.urls")),
    prefix_default_language=True,
)

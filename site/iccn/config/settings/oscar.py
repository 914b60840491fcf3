"""Oscar's settings: its defaults, and where ours differ."""

from django.utils.translation import gettext_lazy as _
from oscar.defaults import *

OSCAR_SHOP_NAME = "Indonesia Creative Store"
OSCAR_SHOP_TAGLINE = ""
OSCAR_HOMEPAGE = "/id/toko/"
OSCAR_DEFAULT_CURRENCY = "IDR"
OSCAR_CURRENCY_FORMAT = {"IDR": {"currency_digits": False, "format": "¤#,##0"}}
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_EAGER_ALERTS = False
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_HIDDEN_FEATURES = ["wishlists"]
OSCAR_BASKET_COOKIE_LIFETIME = 30 * 24 * 3600
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 100
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "postcode", "country")
OSCAR_SLUG_ALLOW_UNICODE = False
OSCAR_FROM_EMAIL = "halo@aksibersama.example"
OSCAR_DELETE_IMAGE_FILES = False

# Oscar's search module asks for this name; Haystack itself is not installed.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

# What store staff find at /kelola/toko/; which pages are open at all is decided in `store.dashboard.access`.
OSCAR_DASHBOARD_NAVIGATION = [
    {"label": _("Ringkasan"), "icon": "fas fa-list", "url_name": "dashboard:index"},
    {"label": _("Produk"), "icon": "fas fa-sitemap", "url_name": "dashboard:catalogue-product-list"},
    {"label": _("Kategori"), "icon": "fas fa-folder", "url_name": "dashboard:catalogue-category-list"},
    {"label": _("Pesanan"), "icon": "fas fa-shopping-cart", "url_name": "dashboard:order-list"},
    {"label": _("Perajin"), "icon": "fas fa-users", "url_name": "dashboard:partner-list"},
    {"label": _("Laporan"), "icon": "fas fa-chart-bar", "url_name": "dashboard:reports-index"},
]

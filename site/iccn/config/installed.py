"""Every app, and which of Oscar's apps we stand in for."""

from typing import Final

import oscar

FORKS: Final = {
    f"oscar.apps.{name}.apps.{config}": f"store.{name}.apps.{config}"
    for name, config in {
        "address": "AddressConfig",
        "basket": "BasketConfig",
        "catalogue": "CatalogueConfig",
        "checkout": "CheckoutConfig",
        "dashboard": "DashboardConfig",
        "offer": "OfferConfig",
        "order": "OrderConfig",
        "partner": "PartnerConfig",
        "payment": "PaymentConfig",
        "search": "SearchConfig",
        "shipping": "ShippingConfig",
        "dashboard.catalogue": "CatalogueDashboardConfig",
    }.items()
}

# Haystack's `update_index` collides with Wagtail's; our `store.search` needs neither.
LEFT_OUT: Final = frozenset({"haystack", "django.contrib.admin", "django.contrib.staticfiles"})

FOUNDATION: Final = [
    "iccn.config",
    "iccn.money",
    "iccn.media",
    "iccn.audit",
    "iccn.notices",
    "iccn.regions",
    "iccn.accounts",
    "iccn.chapters",
    "iccn.members",
    "iccn.ledger",
    "iccn.simulator",
]

STORE: Final = [
    "store.pricing",
    "store.links",
    "store.curation",
    "store.promotion",
    "store.profit",
    "store.pos",
    "store.api",
]

CONTENT: Final = [
    "content.blocks",
    "content.network",
    "content.news",
    "content.damping",
    "content.rescue",
    "content.pulih",
    "content.ajar",
    "content.home",
    "content.finding",
]

WAGTAIL: Final = [
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
]

LIBRARIES: Final = [
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]


def oscar_apps() -> list[str]:
    """Oscar's own list with our forks put in their places."""
    return [FORKS.get(app, app) for app in oscar.INSTALLED_APPS if app not in LEFT_OUT]


def installed_apps() -> list[str]:
    """Ours first, so that our templates and commands win; then the libraries in the order they ask for."""
    return [
        *FOUNDATION,
        *STORE,
        *CONTENT,
        "whitenoise.runserver_nostatic",
        "django.contrib.admin",
        "django.contrib.staticfiles",
        *WAGTAIL,
        *oscar_apps(),
        *LIBRARIES,
    ]

"""The roles people hold, declared once: each is a group of the same name with exactly these permissions.

Page and collection rights of editors and moderators are Wagtail's own and are laid by `content.home`.
"""

from collections.abc import Mapping
from typing import Final

EDITOR: Final = "editor"
MODERATOR: Final = "moderator"
CURATOR: Final = "curator"
LEAD_CURATOR: Final = "lead_curator"
FINANCE: Final = "finance"
FINANCE_CHECKER: Final = "finance_checker"
STORE_STAFF: Final = "store_staff"
COORDINATOR: Final = "chapter_coordinator"
TREASURER: Final = "chapter_treasurer"
ARTISAN: Final = "artisan"

ADMIN: Final = "wagtailadmin.access_admin"

WORDINGS: Final = tuple(f"search.{verb}_variant" for verb in ("view", "add", "change", "delete"))

PROMOTION: Final = tuple(
    f"promotion.{verb}_{model}"
    for model in ("collection", "featuredmaker")
    for verb in ("view", "add", "change", "delete", "publish")
)

# Pages, pictures and files are Wagtail's own rights, laid by `content.home`; these are for what stands beside pages.
EDITORIAL: Final = (
    *("ajar.view_mentor", "ajar.add_mentor", "ajar.change_mentor"),
    *("home.view_menu", "home.change_menu", "home.change_sitesettings"),
    *("chapters.view_chapter", "chapters.change_chapter"),
    "wagtail_localize.submit_translation",
)

# Couriers, zones and tariffs: who keeps the store, and who pays the couriers.
SHIPPING: Final = (
    *(
        f"shipping.{verb}_{model}"
        for model in ("courier", "courierservice", "zone", "provincezone", "tariff")
        for verb in ("view", "add", "change", "delete")
    ),
    "shipping.change_packingsetting",
)

LEADING: Final = (
    "curation.lead_curation",
    "curation.change_desktargets",
    *(f"curation.{verb}_round" for verb in ("view", "add", "change")),
)
JUDGING: Final = ("catalogue.tend_product", "curation.score_submission", "curation.decide_submission")

PERMISSIONS: Final[Mapping[str, tuple[str, ...]]] = {
    EDITOR: (ADMIN, *WORDINGS, *EDITORIAL),
    MODERATOR: (
        ADMIN,
        *EDITORIAL,
        *("ajar.publish_mentor", "ajar.lock_mentor", "ajar.unlock_mentor", "ajar.delete_mentor"),
        *(f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete")),
    ),
    CURATOR: (ADMIN, *WORDINGS, *JUDGING, *PROMOTION),
    LEAD_CURATOR: (ADMIN, *WORDINGS, *JUDGING, *PROMOTION, *LEADING),
    FINANCE: (ADMIN, *SHIPPING, "ledger.read_books", "payment.read_payments"),
    FINANCE_CHECKER: (ADMIN, "ledger.read_books", "payment.read_payments"),
    STORE_STAFF: (
        ADMIN,
        *SHIPPING,
        "catalogue.keep_store",
        "catalogue.tend_product",
        "catalogue.view_product",
        "catalogue.view_category",
        "catalogue.add_category",
        "catalogue.change_category",
        "order.view_order",
        "order.tend_order",
        "partner.view_partner",
        "analytics.view_userrecord",
    ),
    COORDINATOR: (),
    TREASURER: (),
    ARTISAN: (),
}

# Roles that work at /kelola/: they need a second factor in production.
STAFF: Final = frozenset(role for role, permissions in PERMISSIONS.items() if ADMIN in permissions)

"""Curators keep collections and featured makers in the Wagtail admin, and choose products and makers there."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from store.catalogue.models import Product
from store.partner.models import Partner
from store.promotion.models import Collection, FeaturedMaker


class ProductChooserViewSet(ChooserViewSet):  # type: ignore[misc]
    model = Product
    icon = "tag"
    choose_one_text = _("Pilih karya")
    choose_another_text = _("Pilih karya lain")
    per_page = 20
    url_filter_parameters = ["q"]
    preserve_url_parameters = ["multiple", "q"]

    def get_object_list(self) -> QuerySet[Product]:
        found: QuerySet[Product] = Product.objects.published().filter(is_public=True).order_by("title")
        return found


class PartnerChooserViewSet(ChooserViewSet):  # type: ignore[misc]
    model = Partner
    icon = "user"
    choose_one_text = _("Pilih perajin")
    choose_another_text = _("Pilih perajin lain")
    per_page = 20

    def get_object_list(self) -> QuerySet[Partner]:
        found: QuerySet[Partner] = Partner.objects.filter(is_public=True).order_by("name")
        return found


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def choosers() -> list[Any]:
    return [ProductChooserViewSet("product_chooser"), PartnerChooserViewSet("maker_chooser")]


class CollectionViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Collection
    icon = "folder-open-inverse"
    menu_label = _("Koleksi dan musim")
    list_display = ["title", "kind", "go_live_at", "expire_at"]
    list_filter = ["kind", "live"]
    search_fields = ["title", "title_en", "slug"]
    list_per_page = 50


class FeaturedMakerViewSet(SnippetViewSet):  # type: ignore[misc]
    model = FeaturedMaker
    icon = "user"
    menu_label = _("Perajin pilihan")
    list_display = ["title", "artisan", "go_live_at", "expire_at"]
    list_filter = ["live"]
    search_fields = ["title", "title_en"]
    list_per_page = 50


class PromotionGroup(SnippetViewSetGroup):  # type: ignore[misc]
    menu_label = _("Promosi")
    menu_icon = "pick"
    menu_order = 215
    items = (CollectionViewSet, FeaturedMakerViewSet)


register_snippet(PromotionGroup)

"""Oscar's forms, with the category's English words."""

from oscar.apps.dashboard.catalogue import forms as stock
from oscar.apps.dashboard.catalogue.forms import *  # noqa: F403 - Oscar asks for its forms after ours
from treebeard.forms import movenodeform_factory

from store.catalogue.models import Category

FIELDS = ["name", "name_en", "slug", "description", "description_en", "is_public", "exclude_from_menu"]


class CategoryForm(stock.SEOFormMixin, movenodeform_factory(Category, fields=FIELDS)):  # type: ignore[misc]
    seo_fields = ["slug"]

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    name = "store.links"
    label = "links"
    verbose_name = _("tautan sekali pakai")

from django.urls import URLPattern
from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Our addresses are in `store.catalogue.urls`; of Oscar's only the receivers are wanted."""

    name = "store.catalogue"

    def ready(self) -> None:
        from oscar.apps.catalogue import receivers  # noqa: F401 - they register themselves

    def get_urls(self) -> list[URLPattern]:
        return []

from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    name = "store.catalogue"

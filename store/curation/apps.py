from django.apps import AppConfig


class CurationConfig(AppConfig):
    name = "store.curation"
    label = "curation"

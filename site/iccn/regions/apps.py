from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "iccn.regions"
    label = "regions"

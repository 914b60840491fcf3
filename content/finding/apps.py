from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "content.finding"
    label = "finding"

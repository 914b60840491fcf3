from django.apps import AppConfig


class AjarConfig(AppConfig):
    name = "content.ajar"
    label = "ajar"

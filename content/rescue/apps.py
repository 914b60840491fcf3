from django.apps import AppConfig


class RescueConfig(AppConfig):
    name = "content.rescue"
    label = "rescue"

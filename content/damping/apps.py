from django.apps import AppConfig


class DampingConfig(AppConfig):
    name = "content.damping"
    label = "damping"

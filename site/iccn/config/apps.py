from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "iccn.config"
    label = "config"

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "content.network"
    label = "network"

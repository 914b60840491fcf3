from django.apps import AppConfig


class PosConfig(AppConfig):
    name = "store.pos"
    label = "pos"

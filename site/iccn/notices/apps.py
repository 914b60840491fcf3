from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "iccn.notices"
    label = "notices"

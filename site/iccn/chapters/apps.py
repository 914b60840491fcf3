from django.apps import AppConfig


class ChaptersConfig(AppConfig):
    name = "iccn.chapters"
    label = "chapters"

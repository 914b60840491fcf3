from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "iccn.media"
    label = "media"

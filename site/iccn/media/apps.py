from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "iccn.media"
    label = "media"

    def ready(self) -> None:
        from iccn.media import avif

        avif.install()

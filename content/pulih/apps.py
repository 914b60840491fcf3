from django.apps import AppConfig


class PulihConfig(AppConfig):
    name = "content.pulih"
    label = "pulih"

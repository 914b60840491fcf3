from django.urls import URLPattern, URLResolver
from oscar.apps.dashboard import apps


class DashboardConfig(apps.DashboardConfig):
    """Oscar's dashboard behind our own guard."""

    name = "store.dashboard"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from store.dashboard.access import guard

        urls: list[URLPattern | URLResolver] = super().get_urls()
        guard(urls)
        return urls

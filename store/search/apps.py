from django.urls import URLPattern
from oscar.apps.search import apps


class SearchConfig(apps.SearchConfig):
    """Oscar's search goes through Haystack; ours is `store.search.urls`, so nothing of Oscar's is loaded here."""

    name = "store.search"

    def ready(self) -> None:
        from store.catalogue import changes
        from store.search.tasks import enqueue

        changes.listen(enqueue)

    def get_urls(self) -> list[URLPattern]:
        return []

"""Looks whether every search document says what its product says; says what was found, and mends it."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from store.catalogue.models import Product
from store.search import drift
from store.search.engines.choice import tend_index

NAMED = 10


class Command(BaseCommand):
    help = "Compares search documents with their products, and Elasticsearch with the documents; mends what differs."

    def handle(self, *_args: Any, **options: Any) -> None:
        found, hidden = [], options["verbosity"] == 0
        count = Product.objects.published().count()
        with tqdm(total=count, unit=" produk", desc="Dokumen pencarian", disable=hidden) as bar:
            for batch in drift.mend():
                found.append(batch)
                bar.update(batch.looked_at)
        self._tell(drift.total(found))
        self.stdout.write(f"Elasticsearch: {tend_index()}")

    def _tell(self, found: drift.Drift) -> None:
        self.stdout.write(f"{found.looked_at} products looked at.")
        for kind in ("lacking", "different", "surplus"):
            products = getattr(found, kind)
            if products:
                named = ", ".join(map(str, products[:NAMED])) + (" …" if len(products) > NAMED else "")
                self.stdout.write(f"{kind}: {len(products)} mended (products {named})")
        if not found.products:
            self.stdout.write("Every document is in step with its product.")

"""Makes every search document anew, while the shop stays open."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from store.catalogue.models import Product
from store.search.services import reindex, seed_variants


class Command(BaseCommand):
    help = "Makes every product's search document anew, and adds the wordings to begin with."

    def handle(self, *_args: Any, **options: Any) -> None:
        seed_variants()
        total = Product.objects.published().count()
        hidden = options["verbosity"] == 0
        with tqdm(total=total, unit=" produk", desc="Dokumen pencarian", disable=hidden) as bar:
            for made in reindex():
                bar.update(made)

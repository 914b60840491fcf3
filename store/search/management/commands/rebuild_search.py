"""Makes every search document anew, and Elasticsearch's index from them, while the shop stays open."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from store.catalogue.models import Product
from store.search.engines.elasticsearch.client import TROUBLE, connection
from store.search.engines.elasticsearch.rebuild import NotIndexedError, rebuild
from store.search.engines.resilient import reason_of
from store.search.models import ProductDocument
from store.search.services import reindex, seed_variants


class Command(BaseCommand):
    help = "Makes every product's search document anew, then the index of Elasticsearch if one is set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        part = parser.add_mutually_exclusive_group()
        part.add_argument("--documents", action="store_true", help="the documents alone; the worker follows")
        part.add_argument(
            "--index", action="store_true", help="the index alone, from the documents as they are"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        hidden = options["verbosity"] == 0
        if not options["index"]:
            seed_variants()
            _show(reindex(), Product.objects.published().count(), "Dokumen pencarian", hidden=hidden)
        if settings.ELASTICSEARCH_URL and not options["documents"]:
            self.fill_index(hidden=hidden)
        elif options["index"]:
            raise CommandError("ELASTICSEARCH_URL is not set: there is no index to make.")

    def fill_index(self, *, hidden: bool) -> None:
        try:
            _show(
                rebuild(connection()), ProductDocument.objects.count(), "Indeks Elasticsearch", hidden=hidden
            )
        except NotIndexedError as reason:
            raise CommandError(str(reason)) from reason
        except TROUBLE as error:
            raise CommandError(
                f"Elasticsearch does not take the index ({reason_of(error)}). The documents are up to date and the "
                "database serves; see to the cluster, then run rebuild_search --index."
            ) from error


def _show(batches: Iterable[int], total: int, title: str, *, hidden: bool) -> None:
    with tqdm(total=total, unit=" produk", desc=title, disable=hidden) as bar:
        for made in batches:
            bar.update(made)

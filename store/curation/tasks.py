"""What comes back by the clock."""

from django.utils import timezone
from django_tasks import task

from store.curation import services
from store.curation.expiry.services import watch_certificates as watch


@task(priority=-50)
def prune_drafts() -> int:
    return services.prune_drafts()


@task(priority=-50)
def watch_certificates() -> int:
    return watch(today=timezone.localdate())

"""What comes back by the clock."""

from django_tasks import task

from store.curation import services


@task(priority=-50)
def prune_drafts() -> int:
    return services.prune_drafts()

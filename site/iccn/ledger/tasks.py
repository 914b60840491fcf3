"""The books' night shift."""

from django_tasks import task

from iccn.ledger import checks, sealing


@task()
def keep_the_books() -> int:
    """Seals the days that are over, then looks at everything. Returns how many findings there were."""
    sealing.seal_days()
    return len(checks.check_books().findings)

"""What selling stands on, all of it marked as examples: accounts, split, fees of gateways, couriers' prices."""

from iccn.demo.loader.clock import at, days_ago
from iccn.demo.loader.progress import Progress
from iccn.ledger.opening import open_standard_accounts
from iccn.ledger.policy import lay_example_policy
from store.pricing.services import lay_example_fees
from store.shipping.services import lay_example_tariffs


def tell_groundwork(_progress: Progress) -> None:
    with at(days_ago(430)):
        open_standard_accounts()
        lay_example_policy()
        lay_example_fees()
        lay_example_tariffs()

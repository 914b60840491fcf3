"""Who may change a product that is on sale."""

from iccn.accounts.models import User
from iccn.refusals import ALLOWED, Verdict, refused
from store.catalogue.models import Product
from store.catalogue.refusals import ChangedByCurators, NotYourProduct

TEND = "catalogue.tend_product"


def may_tend(*, user: User, product: Product) -> Verdict:
    """Stock and pause: the artisan's own people, curators and store staff."""
    if user.has_perm(TEND) or product.artisan.users.filter(pk=user.pk).exists():
        return ALLOWED
    return refused(NotYourProduct())


def may_change(*, user: User) -> Verdict:
    """Words, pictures and price change by curators' word, on the artisan's request."""
    return ALLOWED if user.has_perm(TEND) else refused(ChangedByCurators())

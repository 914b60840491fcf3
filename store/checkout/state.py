"""How far a shopper is: what they have decided so far, kept on the server so that nothing is lost on reload."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from store.order.writing import Contact, Destination

KEY: Final = "checkout"
LAST: Final = (
    "checkout_last"  # number of the order placed last, for whoever comes back to a checkout that is over
)


class Step(models.TextChoices):
    """In this order; the values are parts of addresses."""

    CONTACT = "kontak", _("Kontak")
    ADDRESS = "alamat", _("Alamat")
    COURIER = "kurir", _("Kurir")
    PAY = "bayar", _("Bayar")


@dataclass(frozen=True, slots=True)
class Progress:
    """`couriers`: the chosen quote's key by artisan."""

    contact: Contact | None = None
    destination: Destination | None = None
    couriers: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Any) -> Self:
        kept = session.get(KEY, {})
        return cls(
            Contact(**kept["contact"]) if kept.get("contact") else None,
            Destination(**kept["destination"]) if kept.get("destination") else None,
            {int(artisan): key for artisan, key in kept.get("couriers", {}).items()},
        )

    def keep(self, session: Any) -> None:
        session[KEY] = {
            "contact": asdict(self.contact) if self.contact else None,
            "destination": asdict(self.destination) if self.destination else None,
            "couriers": {str(artisan): key for artisan, key in self.couriers.items()},
        }

    def with_contact(self, contact: Contact) -> Self:
        return replace(self, contact=contact)

    def with_destination(self, destination: Destination) -> Self:
        """Another village has other couriers: those are chosen anew."""
        same = self.destination is not None and self.destination.village_code == destination.village_code
        return replace(self, destination=destination, couriers=self.couriers if same else {})

    def with_couriers(self, couriers: Mapping[int, str]) -> Self:
        return replace(self, couriers=couriers)

    def step_due(self) -> Step:
        """The first step that is not done."""
        if self.contact is None:
            return Step.CONTACT
        if self.destination is None:
            return Step.ADDRESS
        return Step.PAY if self.couriers else Step.COURIER


def over(session: Any, number: str) -> None:
    """An order came of it: what was typed is forgotten, since the order has it now."""
    session.pop(KEY, None)
    session[LAST] = number

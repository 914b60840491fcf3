"""The outside world's ways to take money, behind one port."""

from django.conf import settings

from store.payment.gateways.midtrans import Keys, Midtrans
from store.payment.gateways.port import Gateway


def gateway_named(name: str) -> Gateway:
    """The gateway of an attempt. Raises KeyError for one that we do not have."""
    return {"midtrans": midtrans}[name]()


def midtrans() -> Midtrans:
    return Midtrans(
        Keys(
            server_key=settings.MIDTRANS_SERVER_KEY,
            merchant_id=settings.MIDTRANS_MERCHANT_ID,
            production=settings.MIDTRANS_PRODUCTION,
            snap_url=settings.MIDTRANS_SNAP_URL,
            core_url=settings.MIDTRANS_CORE_URL,
        )
    )

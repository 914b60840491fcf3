"""What a gateway is told of an item: fifty signs, and the variant last to go."""

import pytest

from store.payment.gateways.midtrans import item_name

LONG = "Tas Selempang Pandan Senja dengan Tali yang Bisa Dipendekkan"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tas pandan", "Tas pandan"),
        ("Tas pandan · Merah, M", "Tas pandan · Merah, M"),
        (LONG, "Tas Selempang Pandan Senja dengan Tali yang Bisa D"),
        (f"{LONG} · Merah, M", "Tas Selempang Pandan Senja dengan Tali · Merah, M"),
        (f"Tas · {'m' * 60}", f"Tas · {'m' * 44}"),
        ("Tas | pandan", "Tas pandan"),
    ],
)
def test_the_title_gives_way_before_the_variant(words, told) -> None:
    assert item_name(words) == told
    assert len(told) <= 50

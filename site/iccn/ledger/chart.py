"""The chart of accounts: the platform's own, and the kinds that each chapter and artisan has one of."""

from dataclasses import dataclass
from typing import Final

ASSET, LIABILITY, INCOME, EXPENSE = "asset", "liability", "income", "expense"

BANK: Final = "1100"
CLEARING: Final = "1110"
CLAWBACK_ARTISAN: Final = "1200"
CLAWBACK_CHAPTER: Final = "1210"
ARTISAN_PAYABLE: Final = "2100"
CHAPTER_PENDING: Final = "2200"
CHAPTER_AVAILABLE: Final = "2210"
SOLIDARITY_POOL: Final = "2300"
RESTRICTED_DONATIONS: Final = "2310"
SHIPPING_PAYABLE: Final = "2400"
REFUND_PAYABLE: Final = "2500"
TAX_WITHHELD: Final = "2600"
RETURN_RESERVE: Final = "2700"
CUSTOMER_DEPOSIT: Final = "2900"
MARGIN: Final = "4100"
GATEWAY_FEE: Final = "5100"
DISTRIBUTION: Final = "5300"
SUSPENSE: Final = "9000"


@dataclass(frozen=True, slots=True)
class Line:
    code: str
    name: str
    type: str
    no_overdraw: bool = False


PLATFORM: Final = (
    Line(BANK, "Bank", ASSET),
    Line(CLEARING, "Kliring gerbang pembayaran", ASSET),
    Line(SOLIDARITY_POOL, "Dana solidaritas", LIABILITY),
    Line(RESTRICTED_DONATIONS, "Donasi terikat", LIABILITY, no_overdraw=True),
    Line(SHIPPING_PAYABLE, "Utang ongkos kirim", LIABILITY),
    Line(REFUND_PAYABLE, "Utang pengembalian dana", LIABILITY, no_overdraw=True),
    Line(TAX_WITHHELD, "Pajak dipungut", LIABILITY),
    Line(RETURN_RESERVE, "Cadangan retur", LIABILITY),
    Line(CUSTOMER_DEPOSIT, "Uang muka pembeli", LIABILITY, no_overdraw=True),
    Line(MARGIN, "Margin penjualan", INCOME),
    Line(GATEWAY_FEE, "Biaya gerbang pembayaran", EXPENSE),
    Line(DISTRIBUTION, "Pembagian keuntungan", EXPENSE),
    Line(SUSPENSE, "Pos sementara", ASSET),
)

# One of each per owner: `2200:bandung` belongs to `chapter:bandung`.
PER_OWNER: Final = {
    CLAWBACK_ARTISAN: Line(CLAWBACK_ARTISAN, "Tagihan kembali perajin", ASSET, no_overdraw=True),
    CLAWBACK_CHAPTER: Line(CLAWBACK_CHAPTER, "Tagihan kembali simpul", ASSET, no_overdraw=True),
    ARTISAN_PAYABLE: Line(ARTISAN_PAYABLE, "Utang perajin", LIABILITY, no_overdraw=True),
    CHAPTER_PENDING: Line(CHAPTER_PENDING, "Simpul, menunggu", LIABILITY, no_overdraw=True),
    CHAPTER_AVAILABLE: Line(CHAPTER_AVAILABLE, "Simpul, tersedia", LIABILITY, no_overdraw=True),
}
OWNER_KIND: Final = {
    CLAWBACK_ARTISAN: "artisan",
    CLAWBACK_CHAPTER: "chapter",
    ARTISAN_PAYABLE: "artisan",
    CHAPTER_PENDING: "chapter",
    CHAPTER_AVAILABLE: "chapter",
}


def owned(code: str, owner: str) -> str:
    """The code of an owner's own account: `2200` and `bandung` give `2200:bandung`."""
    return f"{code}:{owner}"

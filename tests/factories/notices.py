"""Facts as services hand them to messages, for looking at every kind of letter."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Thing

from iccn.money.rupiah import Rupiah
from iccn.notices.recipient import Recipient

SARI = Recipient(name="Sari", email="sari@contoh.example", phone="+6281234567890")
_LINES = [Thing(quantity=2, name_shown="Tas pandan & rotan")]
_PARCEL = Thing(
    artisan=Thing(name="Sari Wulandari"),
    carrier="JNE REG",
    courier_name="JNE",
    courier="JNE",
    service="REG",
    waybill="JP1234567890",
    days_min=2,
    days_max=4,
    lines=Thing(all=_LINES),
)
_ORDER = Thing(
    number="ICS-2611-8K3F7",
    total=Rupiah(265_000),
    get_absolute_url="/id/toko/pesanan/ICS-2611-8K3F7/tanda/",
    parcels=Thing(all=[_PARCEL]),
)
FACTS: dict[str, object] = {
    "count": 2,
    "first": "drift",
    "submission": Thing(title="Tas pandan & rotan", round=2),
    "decision": Thing(
        outcome="selected",
        reason="Anyamannya rapat dan rata, motifnya warisan yang jarang dibuat lagi.",
        reason_en="Tight, even weaving, and a pattern rarely made today.",
    ),
    "notes": [("Cerita produk", "Siapa yang menanam pandannya?"), ("Foto", "Lebih terang, dari dekat.")],
    "change": Thing(
        product=Thing(title="Tas pandan & rotan"),
        artisan=Thing(name="Sari Wulandari"),
        answer="Harga baru sesuai dengan bahan yang sekarang dipakai.",
    ),
    "certificate": Thing(valid_until=date(2026, 12, 31), get_kind_display="P-IRT", number="2103273010001-26"),
    "days": 30,
    "appeal": Thing(reason="Talinya sudah dijahit dua kali, lihat foto ketiga."),
    "path": "/id/perajin/pengajuan/1/",
    "link": "/id/t/contoh/",
    "product": Thing(title="Tas pandan & rotan"),
    "room_path": "/id/perajin/",
    "order": _ORDER,
    "parcel": _PARCEL,
    "parcels": [_PARCEL],
    "lines": _LINES,
    "attempt": Thing(
        amount=Rupiah(265_000),
        expires_at=datetime(2026, 11, 25, 9, 30, tzinfo=UTC),
        instructions={"kind": "va", "number": "8808 1234 5678"},
    ),
    "method": Thing(label="BCA Virtual Account"),
}

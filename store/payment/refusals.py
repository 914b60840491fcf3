"""What shoppers are told when a payment cannot begin."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class AlreadyPaid(Refusal):
    code = "already_paid"
    message = _("Pesanan ini sudah dibayar.")
    what_next = _("Anda tidak perlu membayar lagi. Lihat keadaannya di halaman pesanan.")


class UnderReview(Refusal):
    code = "under_review"
    message = _("Pembayaran Anda sedang kami periksa.")
    what_next = _("Mohon jangan membayar lagi. Kami mengabari Anda begitu selesai.")


class UnknownMethod(Refusal):
    code = "unknown_method"
    message = _("Cara bayar itu tidak tersedia.")
    what_next = _("Pilih salah satu cara bayar di bawah.")


class GatewayBusy(Refusal):
    code = "gateway_busy"
    message = _("Layanan pembayaran belum menjawab.")
    what_next = _("Belum ada uang yang terpotong. Coba lagi sebentar, atau pilih cara lain.")


class GatewayRefused(Refusal):
    code = "gateway_refused"
    message = _("Layanan pembayaran menolak cara bayar ini.")
    what_next = _("Belum ada uang yang terpotong. Pilih cara lain.")


class PaymentsClosedToYou(Refusal):
    code = "payments_closed_to_you"
    message = _("Daftar pembayaran hanya untuk bagian keuangan.")
    what_next = _("Hubungi bagian keuangan bila Anda memerlukan keterangan tentang satu pembayaran.")

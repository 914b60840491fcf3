"""Refusals of profit."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class AmountDiffers(Refusal):
    code = "amount_differs"
    message = _("Yang dibayar {paid}, padahal pesanan {order} berjumlah {due}.")
    what_next = _("Tim keuangan perlu memeriksa pembayaran ini.")


class NotPaidYet(Refusal):
    code = "not_paid_yet"
    message = _("Pembayaran pesanan {order} belum dibukukan.")
    what_next = _("Tunggu sampai pembayarannya masuk.")


class RefundTooHigh(Refusal):
    code = "refund_too_high"
    message = _("Pengembalian untuk pesanan {order} melebihi sisa yang dapat dikembalikan.")
    what_next = _("Periksa sisa setiap baris, lalu ajukan jumlah yang lebih kecil.")


class UnknownRefund(Refusal):
    code = "unknown_refund"
    message = _("Pengembalian nomor {number} untuk pesanan {order} tidak ada.")
    what_next = _("Bukukan pengembaliannya dulu.")

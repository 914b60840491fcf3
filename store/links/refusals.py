"""Why a link does not open what it once opened; each says what to do instead."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class UnknownLink(Refusal):
    code = "unknown_link"
    message = _("Tautan ini tidak kami kenal.")
    what_next = _("Buka lagi dari pesan yang kami kirim, atau masuk ke ruang perajin.")


class LinkUsed(Refusal):
    code = "link_used"
    message = _("Jawaban Anda sudah kami terima.")
    what_next = _("Tautan ini hanya untuk sekali jawab. Untuk mengubahnya, masuk ke ruang perajin.")


class LinkExpired(Refusal):
    code = "link_expired"
    message = _("Tautan ini sudah lewat waktunya.")
    what_next = _("Minta tautan baru, atau masuk ke ruang perajin.")


class LinkRevoked(Refusal):
    code = "link_revoked"
    message = _("Tautan ini sudah dibatalkan.")
    what_next = _("Pakai tautan terbaru yang kami kirim, atau masuk ke ruang perajin.")


class NotYourLink(Refusal):
    code = "not_your_link"
    message = _("Tautan ini bukan milik Anda.")
    what_next = _("Masuk dengan akun perajin yang menerimanya.")


class TooManyLinks(Refusal):
    code = "too_many_links"
    message = _("Terlalu banyak tautan diminta dalam waktu singkat.")
    what_next = _("Pakai tautan terbaru yang kami kirim, atau tunggu satu jam.")

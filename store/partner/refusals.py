"""Why somebody may not sell, or not yet."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class NotConfirmed(Refusal):
    code = "not_confirmed"
    message = _("{name} belum dikonfirmasi sebagai anggota.")
    what_next = _("Minta koordinator simpul mengonfirmasi keanggotaan lebih dulu.")


class SellsAlready(Refusal):
    code = "sells_already"
    message = _("{name} sudah terdaftar sebagai perajin.")
    what_next = _("Buka ruang perajin untuk mengubah profil.")

"""What shoppers are told when a parcel finds no way."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class UnknownPlace(Refusal):
    """`code` in the facts is the place's code."""

    code = "unknown_place"
    message = _("Kami belum mengenal tempat ini.")
    what_next = _("Pilih desa atau kelurahan dari daftar yang muncul saat Anda mengetik.")


class NoCourier(Refusal):
    code = "no_courier"
    message = _("Belum ada kurir yang kami kenal dari {origin} ke {destination}.")
    what_next = _("Pilih alamat lain, atau hubungi kami supaya kami carikan jalan.")

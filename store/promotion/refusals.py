"""Refusals of promotion."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class EmptyCollection(Refusal):
    code = "empty_collection"
    message = _("Koleksi ini belum berisi karya.")
    what_next = _("Pilih paling sedikit satu karya yang dijual.")


class MakerDoesNotAgree(Refusal):
    code = "maker_does_not_agree"
    message = _("{name} belum setuju tampil untuk umum.")
    what_next = _("Minta persetujuannya dulu.")

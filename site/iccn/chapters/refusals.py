"""Refusals about chapters."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class NotCoordinator(Refusal):
    code = "not_coordinator"
    message = _("Hanya koordinator {chapter} yang dapat melakukan ini.")
    what_next = _("Hubungi koordinator simpul itu.")


class AlreadyHolds(Refusal):
    code = "already_holds"
    message = _("{name} sudah memegang peran ini di {chapter}.")
    what_next = _("Akhiri dulu peran yang sekarang jika ingin menggantinya.")


class EndsBeforeStart(Refusal):
    code = "ends_before_start"
    message = _("Tanggal selesai tidak boleh sebelum tanggal mulai ({starts}).")
    what_next = _("Pilih tanggal yang sama atau sesudahnya.")

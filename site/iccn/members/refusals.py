"""Refusals about members."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class AlreadyMember(Refusal):
    code = "already_member"
    message = _("Akun ini sudah terdaftar sebagai anggota {chapter}.")
    what_next = _("Satu akun hanya untuk satu anggota. Hubungi koordinator untuk pindah simpul.")

"""Refusals about people."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class UnknownRole(Refusal):
    code = "unknown_role"
    message = _("Peran “{role}” tidak dikenal.")
    what_next = _("Pilih salah satu peran yang tersedia.")


class PhoneNotUnderstood(Refusal):
    code = "phone_not_understood"
    message = _("Nomor “{phone}” tidak kami kenali.")
    what_next = _("Tulis nomor lengkap, misalnya 0812-3456-7890 atau +62 812 3456 7890.")

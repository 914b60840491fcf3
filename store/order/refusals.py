"""What shoppers are told when an order cannot go on."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class SoldOut(Refusal):
    code = "sold_out"
    message = _("“{title}” baru saja habis dibeli orang lain.")
    what_next = _("Belum ada uang yang terpotong. Kurangi jumlahnya atau pilih karya lain.")

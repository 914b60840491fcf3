"""What shoppers are told when something does not go into the basket."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class NotForSale(Refusal):
    code = "not_for_sale"
    message = _("“{title}” sedang tidak dijual.")
    what_next = _("Lihat karya lain dari perajin atau simpul yang sama.")


class OnlySoMany(Refusal):
    code = "only_so_many"
    message = _("“{title}” tinggal {left} buah.")
    what_next = _("Keranjang Anda kami isi paling banyak sejumlah itu.")


class TooMany(Refusal):
    code = "too_many"
    message = _("Paling banyak {most} buah untuk satu barang.")
    what_next = _("Untuk pesanan besar, hubungi kami; perajin menyiapkannya bersama Anda.")

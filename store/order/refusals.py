"""What people are told when an order or a parcel cannot go on."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class SoldOut(Refusal):
    code = "sold_out"
    message = _("“{title}” baru saja habis dibeli orang lain.")
    what_next = _("Belum ada uang yang terpotong. Kurangi jumlahnya atau pilih karya lain.")


class NotSold(Refusal):
    code = "not_sold"
    message = _("“{title}” sedang tidak dijual.")
    what_next = _("Belum ada uang yang terpotong. Keluarkan dari keranjang, lalu lanjutkan.")


class EmptyBasket(Refusal):
    code = "empty_basket"
    message = _("Keranjang Anda kosong.")
    what_next = _("Pilih dulu karya yang ingin Anda beli.")


class TotalChanged(Refusal):
    code = "total_changed"
    message = _("Jumlahnya berubah dari {before} menjadi {now}.")
    what_next = _("Belum ada uang yang terpotong. Periksa rinciannya, lalu tekan bayar sekali lagi.")


class NoCourier(Refusal):
    code = "no_courier"
    message = _("Kurir untuk paket dari {artisan} belum dipilih.")
    what_next = _("Pilih kurir untuk setiap paket, lalu lanjutkan.")


class UnknownPlace(Refusal):
    code = "unknown_place"
    message = _("Desa atau kelurahan tujuan tidak kami kenal.")
    what_next = _("Cari dan pilih sekali lagi di kotak pencarian.")


class NotYourParcel(Refusal):
    code = "not_your_parcel"
    message = _("Paket ini bukan milik Anda.")
    what_next = _("Masuk dengan akun perajin yang menjual barangnya.")


class NoSuchMove(Refusal):
    code = "no_such_move"
    message = _("Paket yang keadaannya “{state}” tidak dapat {move}.")
    what_next = _("Muat ulang halaman untuk melihat keadaan terbaru.")


class NotPaidYet(Refusal):
    code = "not_paid_yet"
    message = _("Pesanan ini belum dibayar.")
    what_next = _("Tunggu sampai pembayarannya kami terima.")


class BadWaybill(Refusal):
    code = "bad_waybill"
    message = _("“{typed}” bukan nomor resi.")
    what_next = _("Salin nomor resi dari struk kurir: 6 sampai 30 huruf dan angka.")

"""Why a product may not be published or changed."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class UnknownCategory(Refusal):
    code = "unknown_category"
    message = _("Kategori {slug} tidak ada.")
    what_next = _("Pilih kategori dari daftar.")


class ArtisanWithoutChapter(Refusal):
    code = "artisan_without_chapter"
    message = _("Perajin {artisan} belum menjadi anggota simpul.")
    what_next = _("Daftarkan perajin pada simpulnya lebih dulu.")


class IncompleteProduct(Refusal):
    code = "incomplete_product"
    message = _("Data produk belum lengkap: {fields}.")
    what_next = _("Lengkapi data itu, lalu coba lagi.")


class OtherProduct(Refusal):
    code = "other_product"
    message = _("Kode {upc} sudah dipakai produk lain.")
    what_next = _("Pakai kode yang belum terpakai.")


class NotYourProduct(Refusal):
    code = "not_your_product"
    message = _("Produk ini bukan milik Anda.")
    what_next = _("Buka daftar produk Anda sendiri.")


class MadeToOrder(Refusal):
    code = "made_to_order"
    message = _("Produk ini dibuat saat dipesan, jadi tidak punya stok.")
    what_next = _("Jeda produk bila Anda sedang tidak menerima pesanan.")


class StockBelowPromised(Refusal):
    code = "stock_below_promised"
    message = _("{promised} buah sudah dijanjikan kepada pembeli.")
    what_next = _("Tulis jumlah stok {promised} atau lebih.")


class WrongVariants(Refusal):
    code = "wrong_variants"
    message = _("Pilihan ke-{number} belum benar: {words}")
    what_next = _("Perbaiki pilihan itu, lalu coba lagi.")


class StockByVariant(Refusal):
    code = "stock_by_variant"
    message = _("Produk ini punya pilihan, jadi stoknya dihitung untuk setiap pilihan.")
    what_next = _("Isi stok pada pilihannya.")


class NothingChosen(Refusal):
    code = "nothing_chosen"
    message = _("Anda belum memilih {names}.")
    what_next = _("Pilih dulu, lalu masukkan ke keranjang.")


class NoSuchVariant(Refusal):
    code = "no_such_variant"
    message = _("“{title}” tidak tersedia dalam {words}.")
    what_next = _("Pilih gabungan lain; yang ada tertulis di bawah pilihan.")


class ChangedByCurators(Refusal):
    code = "changed_by_curators"
    message = _("Harga, kata-kata, dan foto produk diubah lewat kurator.")
    what_next = _("Kirim permintaan perubahan dari Ruang perajin.")

"""Refusals of the curation desk."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class NotArtisan(Refusal):
    code = "not_artisan"
    message = _("Akun ini belum terdaftar sebagai perajin.")
    what_next = _("Hubungi koordinator simpul di kota Anda untuk mendaftar.")


class NotYours(Refusal):
    code = "not_yours"
    message = _("Pengajuan ini milik perajin lain.")
    what_next = _("Buka pengajuan Anda sendiri dari Ruang perajin.")


class NotCurator(Refusal):
    code = "not_curator"
    message = _("Hanya kurator yang dapat menilai.")
    what_next = _("Minta peran kurator kepada pengelola jaringan.")


class OwnChapter(Refusal):
    code = "own_chapter"
    message = _("Anda satu simpul dengan perajin ini ({chapter}).")
    what_next = _("Biarkan kurator dari simpul lain yang menilai.")


class OwnWork(Refusal):
    code = "own_work"
    message = _("Anda tidak dapat menilai karya sendiri.")
    what_next = _("Biarkan kurator lain yang menilai.")


class AlreadyScored(Refusal):
    code = "already_scored"
    message = _("Anda sudah menilai pengajuan ini.")
    what_next = _("Nilai tidak dapat diubah; tulis pertimbangan lain saat memutuskan.")


class WrongMoment(Refusal):
    code = "wrong_moment"
    message = _("Pengajuan ini sekarang “{state}”, jadi langkah itu tidak bisa dilakukan.")
    what_next = _("Muat ulang halaman untuk melihat keadaan terbaru.")


class NoSuchMove(Refusal):
    code = "no_such_move"
    message = _("Langkah “{move}” tidak ada dalam alur kurasi.")
    what_next = _("Pakai langkah yang ada di meja kurasi; setiap langkah diperiksa dan dicatat.")


class NotEnoughScores(Refusal):
    code = "not_enough_scores"
    message = _("Baru {there} dari {needed} kurator yang menilai.")
    what_next = _("Tunggu sampai cukup kurator menilai, lalu putuskan.")


class NotScoredByYou(Refusal):
    code = "not_scored_by_you"
    message = _("Anda belum menilai pengajuan ini.")
    what_next = _("Nilai dulu dengan rubrik, baru putuskan.")


class ReasonMissing(Refusal):
    code = "reason_missing"
    message = _("Setiap keputusan memerlukan alasan.")
    what_next = _("Tulis alasan yang bisa dipahami perajin, paling sedikit satu kalimat.")


class ScoreIncomplete(Refusal):
    code = "score_incomplete"
    message = _("Penilaian belum lengkap: {missing}.")
    what_next = _("Beri nilai 1 sampai 5, atau pilih “tidak berlaku”.")


class Incomplete(Refusal):
    """`errors` maps each field to its words; the form shows them beside the fields."""

    code = "incomplete"
    message = _("Pengajuan belum lengkap.")
    what_next = _("Periksa bagian yang ditandai, lalu kirim lagi.")

    def __init__(self, errors: dict[str, list[str]]) -> None:
        self.errors = errors
        super().__init__()


class TooManyPictures(Refusal):
    code = "too_many_pictures"
    message = _("Paling banyak {most} foto.")
    what_next = _("Hapus satu foto dulu.")


class SavedElsewhere(Refusal):
    code = "saved_elsewhere"
    message = _("Draf ini sudah diubah di perangkat lain.")
    what_next = _("Isian Anda masih ada di bawah. Bandingkan, lalu simpan lagi untuk memakainya.")


class JudgedBefore(Refusal):
    code = "judged_before"
    message = _("Anda ikut menilai pengajuan ini sebelum keberatan diajukan.")
    what_next = _("Biarkan kurator lain yang menilai keberatan ini.")


class AppealedAlready(Refusal):
    code = "appealed_already"
    message = _("Keberatan hanya bisa diajukan satu kali, dan untuk produk ini sudah.")
    what_next = _("Salin pengajuan ini, perbaiki produknya, lalu ajukan sebagai yang baru.")


class AppealTooLate(Refusal):
    code = "appeal_too_late"
    message = _("Keberatan diajukan paling lambat {days} hari setelah putusan.")
    what_next = _("Salin pengajuan ini, lalu ajukan sebagai yang baru.")


class AppealWithoutReason(Refusal):
    code = "appeal_without_reason"
    message = _("Alasan keberatan paling sedikit {least} huruf.")
    what_next = _("Tulis apa yang menurut Anda terlewat oleh kurator.")


class NotYourChange(Refusal):
    code = "not_your_change"
    message = _("Produk ini milik perajin lain.")
    what_next = _("Buka daftar produk Anda sendiri.")


class ChangeWaits(Refusal):
    code = "change_waits"
    message = _("Permintaan perubahan untuk produk ini sedang menunggu kurator.")
    what_next = _("Tunggu jawabannya, atau tarik kembali permintaan itu.")


class NotForSale(Refusal):
    code = "not_for_sale"
    message = _("Hanya produk yang sudah tampil di toko yang bisa diubah lewat permintaan.")
    what_next = _("Pilih produk Anda yang tampil di toko.")


class NothingChanged(Refusal):
    code = "nothing_changed"
    message = _("Belum ada yang berubah.")
    what_next = _("Ubah harga, kata-kata, atau foto, lalu kirim.")


class StaleChange(Refusal):
    code = "stale_change"
    message = _("Produk ini sudah berubah sejak permintaan ditulis.")
    what_next = _("Buat permintaan baru dari keadaan produk sekarang.")


class WrongMomentForChange(Refusal):
    code = "wrong_moment_for_change"
    message = _("Permintaan ini sekarang “{state}”, jadi langkah itu tidak bisa dilakukan.")
    what_next = _("Muat ulang halaman untuk melihat keadaan terbaru.")


class ChangeBelowFloor(Refusal):
    code = "change_below_floor"
    message = _("Dengan harga ini bagian perajin tidak menutup biaya pembuatan.")
    what_next = _("Harga paling rendah {price}.")


class NoPictureLeft(Refusal):
    code = "no_picture_left"
    message = _("Produk di toko perlu paling sedikit satu foto.")
    what_next = _("Tambahkan foto lain dulu, baru hapus yang ini.")


class HasRelation(Refusal):
    code = "has_relation"
    message = _("Anda menyatakan berkepentingan: {reason}")
    what_next = _("Biarkan kurator lain yang menilai.")


class NotAssigned(Refusal):
    code = "not_assigned"
    message = _("Pengajuan ini sudah dibagikan kepada kurator lain.")
    what_next = _("Lihat “Menunggu saya” untuk tugas Anda, atau minta kurator utama mengalihkannya.")


class NotLead(Refusal):
    code = "not_lead"
    message = _("Hanya kurator utama yang dapat mengatur pembagian.")
    what_next = _("Minta bantuan kurator utama.")


class CannotTake(Refusal):
    code = "cannot_take"
    message = _("{name} tidak dapat menilai pengajuan ini.")
    what_next = _("Pilih kurator dari simpul lain yang tidak berkepentingan dan belum menilai.")


class RelationWithoutWords(Refusal):
    code = "relation_without_words"
    message = _("Tulis hubungan Anda dengan perajin ini.")
    what_next = _("Satu kalimat cukup, misalnya “sepupu saya” atau “kami satu usaha”.")


class ChecklistIncomplete(Refusal):
    code = "checklist_incomplete"
    message = _("Belum semua bagian beres: {missing}.")
    what_next = _("Centang bila sudah beres, atau minta perajin memperbaikinya.")


class NothingToMend(Refusal):
    code = "nothing_to_mend"
    message = _("Semua bagian dicentang beres, jadi tidak ada yang perlu diperbaiki.")
    what_next = _("Hapus centang pada bagian yang belum beres, lalu tulis alasannya.")

from iccn.notices.rules import Part, first_words, parts_of

PAGE = "https://contoh.example/id/perajin/"


def test_a_short_line_before_an_address_becomes_its_button() -> None:
    text = f"Halo Sari,\n\nBarang Anda terpilih.\nSelamat!\n\nLihat di toko:\n{PAGE}\n"
    assert parts_of(text) == (
        Part(lines=("Halo Sari,",)),
        Part(lines=("Barang Anda terpilih.", "Selamat!")),
        Part(url=PAGE, label="Lihat di toko"),
    )


def test_the_address_may_stand_in_the_same_line() -> None:
    assert parts_of(f"Lihat di toko: {PAGE}") == (Part(url=PAGE, label="Lihat di toko"),)


def test_a_long_sentence_stays_a_sentence_and_the_button_gets_a_general_label() -> None:
    words = "Masih menginginkannya? Selama barangnya ada, Anda dapat mencoba lagi di sini:"
    assert parts_of(f"{words}\n{PAGE}") == (Part(lines=(words,)), Part(url=PAGE))


def test_what_follows_an_address_and_what_has_no_colon_stays() -> None:
    assert parts_of(f"Sudah siap\n{PAGE}\nSampai jumpa.") == (
        Part(lines=("Sudah siap",)),
        Part(url=PAGE),
        Part(lines=("Sampai jumpa.",)),
    )
    assert parts_of(PAGE) == (Part(url=PAGE),)


def test_the_mailbox_shows_what_comes_after_the_greeting() -> None:
    assert first_words(parts_of("Halo Sari,\n\nBarang Anda terpilih.")) == "Barang Anda terpilih."
    assert first_words(parts_of("Halo saja")) == "Halo saja"
    assert first_words(()) == ""

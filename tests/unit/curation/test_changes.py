from store.curation.changes.rules import Kind, Moved, Piece, moved, pieces


def test_two_texts_are_woven_into_one_word_by_word() -> None:
    assert pieces("Tas pandan motif kotak", "Tas pandan merah motif kotak") == (
        Piece(Kind.SAME, "Tas pandan "),
        Piece(Kind.NEW, "merah "),
        Piece(Kind.SAME, "motif kotak"),
    )


def test_a_figure_goes_and_another_comes() -> None:
    assert pieces("Rp125.000", "Rp140.000") == (Piece(Kind.GONE, "Rp125.000"), Piece(Kind.NEW, "Rp140.000"))


def test_what_was_empty_only_comes_and_what_is_emptied_only_goes() -> None:
    assert pieces("", "Bag") == (Piece(Kind.NEW, "Bag"),)
    assert pieces("Bag", "") == (Piece(Kind.GONE, "Bag"),)


def test_texts_that_share_little_stand_one_after_the_other() -> None:
    before, after = "satu-satu dua", "tiga empat lima"
    assert pieces(before, after) == (Piece(Kind.GONE, before), Piece(Kind.NEW, after))


def test_pictures_went_came_and_changed_places() -> None:
    assert moved([1, 2, 3], [3, 1, 4]) == Moved(gone=(2,), new=(4,), is_reordered=True)
    assert not moved([1, 2], [1, 2])
    assert moved([1, 2], [1, 2, 3]) == Moved(gone=(), new=(3,), is_reordered=False)

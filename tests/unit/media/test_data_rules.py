import pytest

from iccn.media.rules import lesson_bytes, megabytes


@pytest.mark.parametrize(
    ("files", "pictures", "size"),
    [(0, 0, 100_000), (0, 3, 370_000), (4_200_000, 2, 4_480_000)],
)
def test_a_lesson_weighs_its_files_its_pictures_and_the_frame(files, pictures, size):
    assert lesson_bytes(files=files, pictures=pictures) == size


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        (0, "id", "0,1 MB"),
        (100_000, "id", "0,1 MB"),
        (100_001, "id", "0,2 MB"),
        (4_480_000, "id", "4,5 MB"),
        (4_480_000, "en", "4.5 MB"),
        (12_000_000, "en-gb", "12.0 MB"),
    ],
)
def test_megabytes_are_rounded_up_to_a_tenth(size, language, words):
    assert megabytes(size, language) == words

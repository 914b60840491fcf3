import pytest

from content.blocks.writing import UnknownBlock, body, rich_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Satu.\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
        ("Kata **tebal** dan *miring*.", "<p>Kata <b>tebal</b> dan <i>miring</i>.</p>"),
        ("Baca [cerita](/id/kabar/).", '<p>Baca <a href="/id/kabar/">cerita</a>.</p>'),
        ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("1. satu\n2. dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_light_marks_become_html_and_the_rest_is_escaped(text, html):
    assert rich_text(text) == html


def test_each_item_becomes_its_block():
    written = [
        "Teks.",
        {"heading": "Judul"},
        {"button": {"label": "Ke toko", "address": "/id/toko/"}},
        {"accordion": [{"question": "Gratis?", "answer": "Ya."}]},
        {"columns": {"left": ["Kiri"], "right": ["Kanan"]}},
    ]
    assert body(written) == [
        {"type": "paragraph", "value": "<p>Teks.</p>"},
        {"type": "heading", "value": {"text": "Judul", "level": "h2"}},
        {"type": "button", "value": {"kind": "primary", "label": "Ke toko", "address": "/id/toko/"}},
        {"type": "accordion", "value": {"items": [{"question": "Gratis?", "answer": "<p>Ya.</p>"}]}},
        {
            "type": "columns",
            "value": {
                "left": [{"type": "paragraph", "value": "<p>Kiri</p>"}],
                "right": [{"type": "paragraph", "value": "<p>Kanan</p>"}],
            },
        },
    ]


def test_an_unknown_block_is_named():
    with pytest.raises(UnknownBlock) as refused:
        body([{"carousel": {}}])
    assert "carousel" in str(refused.value)

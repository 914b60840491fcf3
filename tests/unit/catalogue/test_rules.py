"""What makes a product complete."""

from store.catalogue import rules

WORDS = {"title": "Tas", "story": "Dianyam di rumah."}
FIGURES = {
    "price": 250_000,
    "weight_g": 400,
    "length_cm": 30,
    "width_cm": 12,
    "height_cm": 25,
    "making_cost": 0,
    "stock": 0,
    "making_days": 0,
}


def test_a_product_with_words_and_figures_is_complete():
    assert rules.missing(WORDS, FIGURES) == []


def test_blank_words_are_missing():
    assert rules.missing({"title": "  ", "story": ""}, FIGURES) == ["title", "story"]


def test_price_weight_and_size_must_be_above_zero():
    none = dict.fromkeys(FIGURES, 0)
    assert rules.missing(WORDS, none) == ["price", "weight_g", "length_cm", "width_cm", "height_cm"]


def test_cost_stock_and_days_may_be_zero_but_not_less():
    less = {**FIGURES, "making_cost": -1, "stock": -1, "making_days": -1}
    assert rules.missing(WORDS, less) == ["making_cost", "stock", "making_days"]


def test_materials_keep_their_order_without_blanks_and_repeats():
    assert rules.tidy_words((" pandan", "rotan ", "", "pandan")) == ["pandan", "rotan"]

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from iccn.money.fields import RupiahField, RupiahFormField
from iccn.money.rupiah import Rupiah
from store.pricing.models import GatewayFee


@pytest.mark.parametrize(
    "typed",
    [
        "125000",
        "125.000",
        "Rp125.000",
        "rp 125.000",
        "Rp 125.000,00",
        " 125000 ",
        "Rp\u00a0125.000,0",
        125000,
    ],
)
def test_amounts_are_read_as_people_type_them(typed) -> None:
    assert RupiahFormField().clean(typed) == Rupiah(125_000)


@pytest.mark.parametrize(
    "typed", ["12.5", "1250.50", "125.000,50", "125,000", "12500.000", "1.25.000", "seribu", "--5"]
)
def test_sen_and_doubtful_points_are_never_guessed_at(typed) -> None:
    with pytest.raises(ValidationError, match="rupiah bulat"):
        RupiahFormField().clean(typed)


def test_limits_and_emptiness() -> None:
    assert RupiahFormField(required=False).clean("") is None
    assert RupiahFormField().clean("-1.500") == Rupiah(-1_500)
    for typed in ("", "Rp", "-1"):
        with pytest.raises(ValidationError):
            RupiahFormField(min_value=0).clean(typed)


def test_a_form_shows_plain_digits() -> None:
    field = RupiahFormField()
    assert field.prepare_value(Rupiah(125_000)) == 125_000
    assert field.prepare_value("125.000") == "125.000"


def test_a_column_takes_and_gives_rupiah_alone() -> None:
    field = RupiahField()
    assert field.from_db_value(5, None, None) == Rupiah(5)
    assert field.from_db_value(None, None, None) is None
    assert (field.get_prep_value(Rupiah(5)), field.get_prep_value(5), field.get_prep_value(None)) == (
        5,
        5,
        None,
    )
    assert field.to_python("12500.00") == field.to_python(Decimal(12_500)) == Rupiah(12_500)
    assert field.to_python("") is field.to_python(None) is None
    for wrong in ("12500.50", "abc", object()):
        with pytest.raises(ValidationError, match="rupiah bulat"):
            field.to_python(wrong)
    assert isinstance(field.formfield(), RupiahFormField)


def test_a_row_is_written_out_in_digits() -> None:
    field = GatewayFee._meta.get_field("flat")
    assert field.value_to_string(GatewayFee(flat=Rupiah(4_000))) == "4000"
    assert field.value_to_string(GatewayFee(flat=None)) == ""

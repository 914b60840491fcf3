"""Rupiah in tables and forms."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from iccn.money.rupiah import NotWholeRupiah, Rupiah


class RupiahField(models.BigIntegerField):  # type: ignore[type-arg]
    """A bigint column that speaks `Rupiah`."""

    description = "Whole rupiah"
    # What type checkers are told that the column takes and gives.
    _pyi_private_set_type: Rupiah | int  # type: ignore[assignment]
    _pyi_private_get_type: Rupiah  # type: ignore[assignment]

    def from_db_value(self, value: int | None, _expression: Any, _connection: Any) -> Rupiah | None:
        return None if value is None else Rupiah(int(value))

    def to_python(self, value: Any) -> Rupiah | None:
        if value is None or value == "":
            return None
        try:
            return Rupiah.of(value)
        except (NotWholeRupiah, ArithmeticError, TypeError) as error:
            raise ValidationError(_("Tulis jumlah rupiah bulat, misalnya 125000.")) from error

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else int(Rupiah.of(value))

    def run_validators(self, value: Any) -> None:
        """The database's limits are plain numbers."""
        super().run_validators(int(value) if isinstance(value, Rupiah) else value)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else str(int(value))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        field: forms.Field | None = super().formfield(**{"form_class": RupiahFormField, **kwargs})
        return field


class RupiahFormField(forms.IntegerField):
    """Takes `125000`, `125.000`, `Rp125.000` as people type them."""

    def clean(self, value: Any) -> Rupiah | None:
        if isinstance(value, str):
            value = value.lower().replace("rp", "").replace(".", "").replace(" ", "")
        number = super().clean(value)
        return None if number is None else Rupiah(int(number))

    def prepare_value(self, value: Any) -> Any:
        return int(value) if isinstance(value, Rupiah) else value

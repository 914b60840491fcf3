"""Phone numbers: stored in E.164, shown as people write them."""

import phonenumbers

from iccn.accounts.refusals import PhoneNotUnderstood

HOME = "ID"


def normalised(typed: str) -> str:
    """`0812 3456-7890` becomes `+6281234567890`; raises PhoneNotUnderstood.

    A foreign number needs its country code.
    """
    try:
        number = phonenumbers.parse(typed, HOME)
    except phonenumbers.NumberParseException as error:
        raise PhoneNotUnderstood(phone=typed.strip()[:40]) from error
    if not phonenumbers.is_valid_number(number):
        raise PhoneNotUnderstood(phone=typed.strip()[:40])
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown(e164: str) -> str:
    """`+6281234567890` is shown as `0812-3456-7890`; foreign numbers with their code; junk as it stands."""
    try:
        number = phonenumbers.parse(e164, HOME)
    except phonenumbers.NumberParseException:
        return e164
    home = number.country_code == phonenumbers.country_code_for_region(HOME)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)

"""What a courier bills: the weight of a parcel in whole kilos, and the price of so many kilos. Pure.

Source: docs/rules/shipping-weight.md, with worked numbers.
"""

from iccn.money.rupiah import Rupiah

KILO = 1_000
DEFAULT_DIVISOR = 6_000  # cm³ for one kilo, as regular services count it


def volume_grams(volume_cm3: int, divisor: int = DEFAULT_DIVISOR) -> int:
    """What so much room counts as, in grams, rounded up."""
    return -(-volume_cm3 * KILO // divisor)


def billable_kilos(
    *, grams: int, volume_cm3: int = 0, divisor: int = DEFAULT_DIVISOR, tolerance_g: int = 0
) -> int:
    """Weight or room, whichever is more, in kilos; a started kilo counts once it is past the courier's tolerance.

    Never below one kilo. A tolerance that nobody knows is 0: never bill a parcel too low.
    """
    chargeable = max(grams, volume_grams(volume_cm3, divisor))
    return max(1, -((tolerance_g - chargeable) // KILO))


def carriage(*, first_kilo: Rupiah, next_kilo: Rupiah, kilos: int) -> Rupiah:
    """The price of a parcel: the first kilo, and each further one."""
    return first_kilo + next_kilo * (kilos - 1)

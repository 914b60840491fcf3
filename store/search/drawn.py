"""Parts of a page that are drawn once for all who see the same: named by everything that they say.

Such a part is never out of date: when anything in it changes, it has another name.
"""

from hashlib import blake2b
from typing import Any

from django.utils.translation import get_language


def name_of(*said: Any) -> str:
    """The same for the same plain values in the same language, in every process."""
    return blake2b(repr((get_language(), said)).encode(), digest_size=16).hexdigest()

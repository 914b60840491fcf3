"""What Django cannot say: a variant is of the same artisan and chapter as its product, and follows it."""

from typing import Any

SAME_HANDS = """
ALTER TABLE catalogue_product DROP CONSTRAINT IF EXISTS catalogue_variant_of_same_hands;
ALTER TABLE catalogue_product ADD CONSTRAINT catalogue_variant_of_same_hands
    FOREIGN KEY (parent_id, artisan_id, chapter_id)
    REFERENCES catalogue_product (id, artisan_id, chapter_id) ON UPDATE CASCADE;
"""


def install(cursor: Any) -> None:
    """Installed by a migration, and by the test suite."""
    cursor.execute(SAME_HANDS)

"""What orders tell about products: how many were sold, and what is bought together.

Paid orders alone; parcels that came back or were lost are left out. Variants count for their product. Nothing here
names a buyer, and what is told of pairs lets nobody's basket be guessed: see docs/rules/recommendations.md.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from store.catalogue import changes
from store.order.machine import OrderState, ParcelState

SOLD_WITHIN: Final = timedelta(days=180)
TOGETHER_WITHIN: Final = timedelta(days=365)
FEWEST_BUYERS: Final = 2
MOST_COMPANIONS: Final = 12
BATCH: Final = 200

_BOUGHT: Final = f"""
    SELECT line.order_id, COALESCE(product.parent_id, product.id) AS product_id, line.quantity,
        COALESCE(NULLIF(contact_phone, ''), NULLIF(lower(guest_email), ''), 'user ' || user_id) AS buyer
    FROM order_order AS placed
    JOIN order_line AS line ON line.order_id = placed.id
    JOIN catalogue_product AS product ON product.id = line.product_id
    LEFT JOIN order_parcel AS parcel ON parcel.id = line.parcel_id
    WHERE placed.status = '{OrderState.PAID}' AND placed.paid_at >= %(since)s AND placed.paid_at < %(until)s
        AND (parcel.state IS NULL OR parcel.state NOT IN ('{ParcelState.RETURNED}', '{ParcelState.LOST}'))
"""  # noqa: S608 - our own words alone; what changes comes as parameters

_FIGURES: Final = f"""
    WITH bought AS ({_BOUGHT}),
    sold AS (SELECT product_id, sum(quantity) AS pieces FROM bought GROUP BY 1),
    rated AS (
        SELECT COALESCE(product.parent_id, product.id) AS product_id,
            round(avg(review.score), 2) AS rating, count(*) AS reviews
        FROM reviews_productreview AS review JOIN catalogue_product AS product ON product.id = review.product_id
        WHERE review.status = 1 GROUP BY 1
    ),
    known AS (SELECT product_id FROM sold UNION SELECT product_id FROM rated
        UNION SELECT product_id FROM catalogue_productfigures)
    INSERT INTO catalogue_productfigures AS there (product_id, sold, rating, reviews)
    SELECT product_id, COALESCE(pieces, 0), rating, COALESCE(reviews, 0)
    FROM known LEFT JOIN sold USING (product_id) LEFT JOIN rated USING (product_id)
    ORDER BY product_id
    ON CONFLICT (product_id) DO UPDATE
        SET sold = excluded.sold, rating = excluded.rating, reviews = excluded.reviews
        WHERE (there.sold, there.rating, there.reviews)
            IS DISTINCT FROM (excluded.sold, excluded.rating, excluded.reviews)
    RETURNING product_id
"""  # noqa: S608

_TOGETHER: Final = f"""
    WITH bought AS (SELECT DISTINCT order_id, product_id, buyer FROM ({_BOUGHT}) AS lines WHERE buyer IS NOT NULL),
    had AS (SELECT product_id, count(DISTINCT buyer) AS buyers FROM bought GROUP BY 1),
    pairs AS (
        SELECT one.product_id, other.product_id AS other_id, count(DISTINCT one.buyer) AS buyers
        FROM bought AS one JOIN bought AS other USING (order_id)
        WHERE one.product_id <> other.product_id
        GROUP BY 1, 2 HAVING count(DISTINCT one.buyer) >= {FEWEST_BUYERS}
    ),
    ranked AS (
        SELECT pairs.*, row_number() OVER (PARTITION BY pairs.product_id ORDER BY
            pairs.buyers * pairs.buyers::numeric / other.buyers DESC, pairs.buyers DESC, pairs.other_id DESC) AS place
        FROM pairs JOIN had AS one ON one.product_id = pairs.product_id
        JOIN had AS other ON other.product_id = pairs.other_id
        WHERE pairs.buyers < one.buyers AND pairs.buyers < other.buyers
            AND pairs.product_id IN (SELECT product_id FROM search_productdocument)
            AND pairs.other_id IN (SELECT product_id FROM search_productdocument)
    )
    INSERT INTO search_companion (product_id, other_id, buyers, place)
    SELECT product_id, other_id, buyers, place FROM ranked WHERE place <= {MOST_COMPANIONS}
"""  # noqa: S608


@transaction.atomic
def count_figures(*, now: datetime) -> int:
    """Counts pieces sold and reviews anew, and tells of the products whose figures changed. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE catalogue_productfigures IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_FIGURES, {"since": now - SOLD_WITHIN, "until": now})
        changed = [product for (product,) in cursor.fetchall()]
    for start in range(0, len(changed), BATCH):
        changes.tell(changed[start : start + BATCH])
    return len(changed)


@transaction.atomic
def count_companions(*, now: datetime) -> int:
    """Finds anew what is bought together, out of orders paid before this week. Returns how many pairs there are."""
    until = this_monday(now)
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE search_companion IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM search_companion")
        cursor.execute(_TOGETHER, {"since": until - TOGETHER_WITHIN, "until": until})
        pairs: int = cursor.rowcount
    return pairs


def this_monday(now: datetime) -> datetime:
    """The first moment of this week, here."""
    here = timezone.localtime(now)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=here.weekday())

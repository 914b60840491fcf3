"""Oscar's tables, without what our products do not have (types, variants, batch actions)."""

from oscar.apps.dashboard.catalogue import tables as stock
from oscar.apps.dashboard.catalogue.tables import *  # noqa: F403 - Oscar asks for its tables after ours


class ProductTable(stock.ProductTable):
    class Meta(stock.ProductTable.Meta):
        exclude = ("checkbox", "product_class", "variants")
        sequence = ("image", "title", "upc", "stock_records", "is_public", "date_updated", "actions")

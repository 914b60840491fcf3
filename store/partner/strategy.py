"""Who may buy what, at which price (Oscar's policy objects): one price for all, no tax on top."""

from typing import Any

from oscar.apps.partner import strategy as stock
from oscar.apps.partner.availability import Available, Unavailable


class Strategy(stock.UseFirstStockRecord, stock.StockRequired, stock.NoTax, stock.Structured):  # type: ignore[misc]
    """What is made to order can always be ordered, what is paused never; the rest while pieces are left."""

    def availability_policy(self, product: Any, stockrecord: Any) -> Any:
        if stockrecord is None or not product.is_public:
            return Unavailable()
        if product.is_made_to_order:
            return Available()
        return super().availability_policy(product, stockrecord)


class Selector:
    def strategy(self, request: Any = None, user: Any = None, **_options: Any) -> Strategy:
        """The same for everybody."""
        return Strategy(request)

"""The pretended gateway's page, on which a person plays the payer."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

ADDRESS = re.compile(r"/simulator/midtrans/")


@dataclass
class Bank:
    """Stands on the page to which the shop has led the shopper; the browser speaks the site's language there."""

    page: Page

    def choose(self) -> None:
        """The one way to pay that the shop asked for."""
        expect(self.page).to_have_url(ADDRESS)
        self.page.locator("form:has([name=channel]) button[type=submit]").first.click()

    def pay(self) -> None:
        self.page.locator("button[name=act][value=pay]").click()
        expect(self.page.locator("button[name=act][value=pay]")).to_have_count(0)

    def back_to_shop(self) -> None:
        self.page.locator("a[href*='/toko/bayar/menunggu/']").first.click()

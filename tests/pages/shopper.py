"""The shop as a guest uses it, in either language."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "add": "Masukkan ke keranjang",
        "onward": "Lanjut",
        "to_pay": "Lanjut ke pembayaran",
        "pay": "Bayar Rp",
        "order": "Lihat pesanan",
        "received": "Paket sudah saya terima",
        "yes": "Ya, sudah saya terima",
    },
    "en": {
        "add": "Add to basket",
        "onward": "Next",
        "to_pay": "Go on to payment",
        "pay": "Pay Rp",
        "order": "See the order",
        "received": "I have received the parcel",
        "yes": "Yes, I have received it",
    },
}


@dataclass
class Shopper:
    """A guest. `scripted` is False in a browser without JavaScript."""

    page: Page
    language: str = "id"
    scripted: bool = True

    def find(self, words: str, title: str) -> None:
        self.page.goto(f"/{self.language}/toko/")
        box = self.page.locator("input[name=q]").first
        box.fill(words)
        box.press("Enter")
        self.page.get_by_role("link", name=title).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def put_in_basket(self) -> None:
        self._press("add")

    def go_to_pay(self) -> None:
        self._follow("to_pay")

    def say_who(self, name: str, email: str, phone: str) -> None:
        for field, value in (("name", name), ("email", email), ("phone", phone)):
            self.page.locator(f"[name={field}]").fill(value)
        self._press("onward")

    def say_where(self, words: str, label: str, street: str) -> None:
        """Looks for the village in the one box, chooses it, and writes the street."""
        self.page.locator("[name=street]").fill(street)
        self.page.locator("[name=place_words]").press_sequentially(words)
        if not self.scripted:
            self.page.locator("button[name=cari]").click()
        self.page.get_by_role("radio", name=label).check()
        self._press("onward")

    def choose_courier(self, title: str) -> None:
        self._choose(title)
        self._press("onward")

    def _choose(self, title: str) -> None:
        """What stands behind "others" is brought out first."""
        radio = self.page.get_by_role("radio", name=title, include_hidden=True)
        expect(radio.first).to_be_attached()
        closed = self.page.locator("details:not([open])", has=radio)
        if closed.count():
            closed.locator("summary").first.click()
        radio.check()

    def pay_by(self, method: str) -> None:
        self._choose(method)
        self.page.get_by_role("button", name=self._words["pay"]).click()

    def sees_order(self) -> None:
        self._follow("order")

    def receive(self) -> None:
        self._follow("received")
        self._press("yes")

    def stands(self, status: str) -> None:
        expect(self.page.locator(".order-page__status .status-badge")).to_have_text(status)

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def _press(self, name: str) -> None:
        self.page.get_by_role("button", name=self._words[name], exact=True).first.click()

    def _follow(self, name: str) -> None:
        self.page.get_by_role("link", name=self._words[name]).first.click()

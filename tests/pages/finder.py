"""Finding things: the search box with its suggestions, the listing with its filters, the search of the whole site."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass
class Finder:
    page: Page

    # --- the box ---

    @property
    def box(self) -> Locator:
        return self.page.locator("#cari-atas")

    @property
    def suggestions(self) -> Locator:
        return self.page.locator("#cari-atas-saran")

    @property
    def active(self) -> Locator:
        """The line that the box points at."""
        return self.page.locator(f"#{self.box.get_attribute('aria-activedescendant')}")

    def type_slowly(self, words: str) -> None:
        self.box.click()
        self.box.press_sequentially(words, delay=60)

    def sees(self, *labels: str) -> None:
        expect(self.suggestions).to_be_visible()
        for label in labels:
            expect(self.suggestions.get_by_role("option", name=label).first).to_be_visible()

    # --- the listing ---

    @property
    def count(self) -> Locator:
        return self.page.locator("#jumlah")

    @property
    def sheet(self) -> Locator:
        return self.page.locator("#saringan")

    def open_filters(self) -> None:
        self.sheet.locator("> summary").click()

    def choose(self, group: str, label: str) -> None:
        """Opens the group when it is closed, and ticks the choice."""
        box = self.page.locator(f"#kelompok-{group}").get_by_label(re.compile(f"^{label}"))
        if not box.is_visible():
            self.page.locator(f"#kelompok-{group} > summary").click()
        box.check()

    def shows(self, number: int) -> None:
        expect(self.count).to_have_text(f"{number} karya")

    def take_away(self, label: str) -> None:
        self.page.locator(".listing__chips .chip--on", has_text=label).click()

    def at(self, address: str) -> None:
        expect(self.page).to_have_url(re.compile(re.escape(address) + "$"))

"""The artisan's room as she uses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

HOME = "/id/perajin/"


@dataclass
class ArtisanRoom:
    """Her own pages, in Indonesian."""

    page: Page

    def enter(self, email: str, password: str) -> None:
        """By the front door: whoever asks for the room without being known signs in first."""
        self.page.goto(HOME)
        self.page.locator("[name=login]").fill(email)
        self.page.locator("[name=password]").fill(password)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Pengajuan produk")

    def begin(self) -> None:
        self.page.goto(HOME)
        self.page.get_by_role("button", name="Ajukan produk baru").click()
        self.stands_at("Produk")

    def open(self, title: str) -> None:
        self.page.goto(HOME)
        self.page.get_by_role("link", name=title).first.click()

    def go_to(self, step: str) -> None:
        """A step by its name in the address: produk, pembuatan, foto, harga, periksa."""
        here = self.page.url.split("/pengajuan/")[1].split("/")[0]
        self.page.goto(f"{HOME}pengajuan/{here}/{step}/")

    def stands_at(self, step: str) -> None:
        expect(self.page.locator(".stepper [aria-current=step]")).to_contain_text(step)

    def write(self, words: Mapping[str, str]) -> None:
        """Fills boxes by their names; a list of choices takes the value."""
        for name, value in words.items():
            box = self.page.locator(f"[name={name}]")
            if box.evaluate("element => element.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)

    def is_saved(self) -> None:
        """The page saved by itself what was typed."""
        expect(self.page.locator("#simpanan")).to_contain_text("Tersimpan pukul")

    def go_on(self) -> None:
        self.page.get_by_role("button", name="Lanjut").click()

    def upload(self, *pictures: Path) -> None:
        self.page.locator("[name=pictures]").set_input_files(list(pictures))
        self.page.get_by_role("button", name="Unggah").click()

    def choose_pictures(self, *pictures: Path) -> None:
        """They go by themselves, one by one."""
        self.page.locator("[name=pictures]").set_input_files(list(pictures))

    def pictures(self, count: int) -> None:
        expect(self.page.locator(".submission-pictures__one")).to_have_count(count)

    def make_first(self, number: int) -> None:
        self.page.get_by_role("button", name=f"Jadikan foto {number} foto utama").click()

    def gets(self, amount: str) -> None:
        """Her own part of the price, in the ribbon of who gets what."""
        expect(self.page.get_by_role("row", name="Anda")).to_contain_text(amount)

    def is_warned(self, words: str) -> None:
        expect(self.page.locator(".alert--warning", has_text=words)).to_be_visible()

    def note_at(self, name: str, words: str) -> None:
        """What curators wrote stands beside the box, and is read with it."""
        note = self.page.locator(f"#id_{name}_note")
        expect(note).to_contain_text(words)
        described = self.page.locator(f"[name={name}]").get_attribute("aria-describedby") or ""
        assert f"id_{name}_note" in described.split()

    def send(self) -> None:
        self.page.get_by_role("button", name="Kirim ke kurator").click()

    def stands(self, state: str) -> None:
        expect(self.page.locator(".status-badge").first).to_have_text(state)

    def to_store(self) -> None:
        self.page.get_by_role("link", name="Lihat di toko").click()

    def open_order(self, number: str) -> None:
        self.page.goto(f"{HOME}pesanan/")
        self.page.get_by_role("link", name=number).click()

    def confirms_packs_and_hands_over(self, waybill: str) -> None:
        self.page.get_by_role("button", name="Konfirmasi pesanan").click()
        self.page.get_by_role("button", name="Sudah dikemas").click()
        self.page.locator("[name=waybill]").fill(waybill)
        self.page.get_by_role("button", name="Sudah diserahkan").click()
        expect(self.page.get_by_text("Paket di perjalanan.")).to_be_visible()

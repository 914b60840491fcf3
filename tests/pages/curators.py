"""The curators' desk in the Wagtail admin."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

DESK = "/kelola/kurasi/"


@dataclass
class CuratorsDesk:
    page: Page

    def enter(self, email: str, password: str) -> None:
        """By the same front door as everybody."""
        self.page.goto(DESK)
        self.page.locator("[name=login]").fill(email)
        self.page.locator("[name=password]").fill(password)
        self.page.get_by_role("button", name="Masuk", exact=True).click()

    def waits(self, count: int) -> None:
        self.page.goto(f"{DESK}saya/")
        words = f"{count} pengajuan menunggu nilai Anda" if count else "Tidak ada yang menunggu nilai Anda."
        expect(self.page.locator(".curation-waiting")).to_contain_text(words)

    def open(self, title: str) -> None:
        self.page.goto(DESK)
        self.page.get_by_role("link", name=title).first.click()
        expect(self.page.get_by_role("heading", name=title, level=1).first).to_be_visible()

    def pass_screening(self) -> None:
        """Everything on the checklist is in order."""
        for box in self.page.locator("[name^=check_]").all():
            box.check()
        self.page.get_by_role("button", name="Lolos, bagikan ke kurator").click()
        expect(self.page.get_by_text("Lolos pemeriksaan dan dibagikan kepada kurator.")).to_be_visible()

    def step_aside(self, why: str) -> None:
        self.page.get_by_text("Saya berkepentingan").click()
        self.page.locator("[name=relation]").fill(why)
        self.page.get_by_role("button", name="Saya mundur").click()
        expect(self.page.get_by_text("Tugas Anda dialihkan kepada kurator lain.")).to_be_visible()

    def score(self, values: Mapping[str, str], comment: str = "") -> None:
        """Answers by criterion; `tb` says that it does not apply."""
        for criterion, value in values.items():
            self.page.locator(f"[name={criterion}][value='{value}']").check()
        self.page.locator("[name=comment]").fill(comment)
        self.page.get_by_role("button", name="Simpan nilai").click()
        expect(self.page.get_by_text("Nilai Anda tersimpan.")).to_be_visible()

    def sees(self, words: str) -> None:
        expect(self.page.locator(".curation__judging")).to_contain_text(words)

    def sees_nothing_of(self, words: str) -> None:
        expect(self.page.locator(".curation__judging")).not_to_contain_text(words)

    def cannot_score(self) -> None:
        expect(self.page.get_by_role("button", name="Simpan nilai")).to_have_count(0)
        expect(self.page.get_by_role("button", name="Putuskan")).to_have_count(0)

    def ask_changes(self, reason: str, notes: Mapping[str, str]) -> None:
        self.page.locator("[name=outcome][value=changes_asked]").check()
        self.page.locator("[name=reason]").fill(reason)
        self.page.get_by_text("Catatan di samping isian perajin").click()
        for name, words in notes.items():
            self.page.locator(f"[name=note_{name}]").fill(words)
        self._decide()

    def select(self, reason: str, reason_en: str = "") -> None:
        self.page.locator("[name=outcome][value=selected]").check()
        self.page.locator("[name=reason]").fill(reason)
        self.page.locator("[name=reason_en]").fill(reason_en)
        self._decide()

    def _decide(self) -> None:
        self.page.get_by_role("button", name="Putuskan").click()
        expect(self.page.get_by_text("Keputusan tersimpan dan perajin diberi tahu.")).to_be_visible()

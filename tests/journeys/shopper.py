"""A shopper without a browser: plain HTTP, cookies and forms; quick enough for twenty of them at once.

Works with nothing but the site's address, so it shops at the live server of a test and at a server of its own alike.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Final

import requests

TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TOTAL: Final = re.compile(r'name="total" value="(\d+)"')
COURIER: Final = re.compile(r'name="(kurir-\d+)" value="([^"]+)"')
CHANNEL: Final = re.compile(r'name="channel" value="([^"]+)"')
TAGS: Final = re.compile(r"<[^>]*>")
PATIENCE: Final = 60  # seconds; two cores, and twenty shoppers at once


def words_of(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(html.unescape(TAGS.sub(" ", page)).split())


@dataclass
class Shopper:
    site: str
    name: str = "Tamu"
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str) -> requests.Response:
        return self._good(self.session.get(self._address(path), timeout=PATIENCE))

    def submit(self, path: str, seen: str, *, follow: bool = True, **typed: object) -> requests.Response:
        """Sends the form that was seen on a page."""
        token = TOKEN.search(seen)
        assert token, f"no form for {path} in: {words_of(seen)[:200]}"
        address = self._address(path)
        data = {"csrfmiddlewaretoken": token[1], **typed}
        return self._good(
            self.session.post(
                address, data, headers={"Referer": address}, timeout=PATIENCE, allow_redirects=follow
            )
        )

    def puts_in_basket(self, pk: int, product_path: str) -> None:
        self.submit(f"/id/toko/keranjang/tambah/{pk}/", self.get(product_path).text, quantity=1)

    def goes_through(self, village_code: str) -> str:
        """To the last step; returns its page, ready to be paid."""
        to = "/id/toko/bayar/"
        contact = {"name": self.name, "email": "tamu@contoh.example", "phone": "0812 3456 7891"}
        page = self.submit(f"{to}kontak/", self.get(to).text, **contact).text
        home = {"name": self.name, "phone": "0812 3456 7891", "street": "Jl. Mawar 12"}
        page = self.submit(f"{to}alamat/", page, village_code=village_code, **home).text
        couriers = dict(reversed(COURIER.findall(page)))
        return self.submit(f"{to}kurir/", page, **couriers).text

    def presses_pay(self, page: str, method: str = "qris") -> requests.Response:
        """Where it leads is not followed: to the gateway, or back to the basket."""
        total = TOTAL.search(page)
        assert total, words_of(page)[:300]
        return self.submit("/id/toko/bayar/bayar/", page, follow=False, method=method, total=total[1])

    def pays_at_the_gateway(self, address: str) -> None:
        """Plays the payer on the simulator's page."""
        page = self.get(address).text
        channel = CHANNEL.search(page)
        assert channel, words_of(page)[:300]
        page = self.submit(f"{address}pilih/", page, channel=channel[1]).text
        self.acts(address, "pay", page)

    def acts(self, address: str, what: str, page: str = "") -> None:
        self.submit(f"{address}tindakan/", page or self.get(address).text, act=what)

    def _address(self, path: str) -> str:
        return path if path.startswith("http") else f"{self.site}{path}"

    @staticmethod
    def _good(answer: requests.Response) -> requests.Response:
        assert answer.status_code < 400, f"{answer.status_code} {answer.url}: {words_of(answer.text)[:300]}"
        return answer

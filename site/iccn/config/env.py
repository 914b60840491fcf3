"""Typed readers of the environment: a missing or malformed value stops the start with one plain sentence."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on", "ya"})
FALSE = frozenset({"0", "false", "no", "off", "tidak", ""})


class Environment:
    """Reads named values out of `source` (the process environment unless a test gives another)."""

    def __init__(self, source: Mapping[str, str] | None = None) -> None:
        self.source = os.environ if source is None else source

    def text(self, name: str, default: str = "") -> str:
        return self.source.get(name, default).strip()

    def required(self, name: str, *, at_least: int = 1) -> str:
        """A value that must be there, with at least so many characters."""
        value = self.text(name)
        if len(value) < at_least:
            raise ImproperlyConfigured(f"Set {name} (at least {at_least} characters): production needs it.")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.source.get(name)
        if value is None:
            return default
        if value.strip().lower() in TRUE:
            return True
        if value.strip().lower() in FALSE:
            return False
        raise ImproperlyConfigured(f"{name} is {value!r}: write true or false.")

    def integer(self, name: str, default: int) -> int:
        value = self.text(name)
        if not value:
            return default
        if not value.lstrip("-").isdigit():
            raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number.")
        return int(value)

    def items(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        """A list written with commas."""
        value = self.text(name)
        return [item.strip() for item in value.split(",") if item.strip()] if value else list(default)

    def url(self, name: str, default: str = "") -> str:
        value = self.text(name, default)
        if value and not (urlsplit(value).scheme and (urlsplit(value).netloc or urlsplit(value).path)):
            raise ImproperlyConfigured(f"{name} is {value!r}: write a whole URL.")
        return value

    def urls(self, name: str) -> list[str]:
        """http:// or https:// addresses, written with commas."""
        found = self.items(name)
        for url in found:
            if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc:
                raise ImproperlyConfigured(
                    f"{name} holds {url!r}: write whole http:// or https:// addresses."
                )
        return found

    def file(self, name: str) -> str:
        """The path of a file that is there; empty when none is named."""
        path = self.text(name)
        if path and not Path(path).is_file():
            raise ImproperlyConfigured(f"{name} is {path!r}: there is no such file.")
        return path

    def matching(self, name: str, pattern: str, default: str, *, example: str) -> str:
        value = self.text(name) or default
        if not re.fullmatch(pattern, value):
            raise ImproperlyConfigured(f"{name} is {value!r}: write something like {example}.")
        return value


env = Environment()

"""Whom a message goes to."""

from dataclasses import dataclass
from typing import Protocol


class Reachable(Protocol):
    """What a user of ours has."""

    name: str
    email: str
    phone: str
    language: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person we may write to: e-mail and phone (E.164) may each be empty; the language is `id` or `en`."""

    name: str
    email: str = ""
    phone: str = ""
    language: str = "id"

    @classmethod
    def of(cls, person: Reachable) -> "Recipient":
        return cls(name=person.name, email=person.email, phone=person.phone, language=person.language)

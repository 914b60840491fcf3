"""What a page says, as plain values: one of these for each language (`{"id": …, "en": …}`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from content.blocks.writing import Item, body


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """A standard page, a piece of news. `body` is written as in `content.blocks.writing`."""

    title: str
    summary: str = ""
    body: Sequence[Item] = ()

    def fields(self) -> dict[str, Any]:
        return {"title": self.title, "summary": self.summary, "body": body(self.body)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeWords(PageWords):
    """`figures`: value, label, note; `actions`: label, address, kind."""

    promise: str
    figures: Sequence[Mapping[str, str]] = ()
    actions: Sequence[Mapping[str, str]] = ()

    def fields(self) -> dict[str, Any]:
        return {
            **PageWords.fields(self),
            "promise": self.promise,
            "figures": [{"type": "figure", "value": dict(one)} for one in self.figures],
            "actions": actions_of(self.actions),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWords(PageWords):
    promise: str
    audience: str
    outcomes: Sequence[str]

    def fields(self) -> dict[str, Any]:
        return {
            **PageWords.fields(self),
            "promise": self.promise,
            "audience": self.audience,
            "outcomes": [{"type": "outcome", "value": one} for one in self.outcomes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeWords:
    headline: str
    lead: str
    kicker: str = ""
    summary: str = ""
    actions: Sequence[Mapping[str, str]] = ()
    body: Sequence[Item] = ()

    def fields(self) -> dict[str, Any]:
        return {
            "headline": self.headline,
            "lead": self.lead,
            "kicker": self.kicker,
            "summary": self.summary,
            "actions": actions_of(self.actions),
            "body": body(self.body),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonDetails:
    """One lesson of a class: its place in the address, minutes, words in each language."""

    slug: str
    minutes: int
    words: Mapping[str, PageWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorDetails:
    """A mentor who agreed to be shown; `craft` and `story` in each language."""

    name: str
    craft: Mapping[str, str]
    place: str = ""
    story: Mapping[str, str] = field(default_factory=dict)
    picture: Any = None


def actions_of(actions: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    return [{"type": "action", "value": {"kind": "primary", **one}} for one in actions]

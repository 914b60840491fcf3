"""The base of every refusal: a class with words for the person."""

from typing import ClassVar

from django.utils.functional import Promise

Words = str | Promise


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something is not allowed or not possible; says so, and what to do next, in the person's language.

    `code` is stable, for tests and programs. `message` and `what_next` may hold `{names}` filled by keywords.
    """

    code: ClassVar[str] = "refused"
    message: ClassVar[Words] = ""
    what_next: ClassVar[Words] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.code)

    def __str__(self) -> str:
        words = [str(part).format(**self.facts) for part in (self.message, self.what_next) if part]
        return " ".join(words) or self.code


def refuse_unless(verdict: "Verdict") -> None:
    """Raises the verdict's refusal when it is not allowed."""
    if verdict.refusal is not None:
        raise verdict.refusal


class Verdict:
    """The answer of a permission: allowed, or the refusal that says why not."""

    def __init__(self, refusal: Refusal | None = None) -> None:
        self.refusal = refusal

    def __bool__(self) -> bool:
        return self.refusal is None


ALLOWED = Verdict()


def refused(refusal: Refusal) -> Verdict:
    return Verdict(refusal)

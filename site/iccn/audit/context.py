"""Who acts right now, under which request: bound by the middleware, a command, or a task."""

from contextvars import ContextVar, Token
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """`actor` is `user:<id>` or `system:<name>`; `origin` says where from (web and address, task, command)."""

    request_id: str = ""
    origin: str = ""
    actor: str = ""


NOBODY = Context()
_current: ContextVar[Context] = ContextVar("iccn_audit_context", default=NOBODY)


def current() -> Context:
    return _current.get()


def bind(context: Context) -> Token[Context]:
    return _current.set(context)


def unbind(token: Token[Context]) -> None:
    _current.reset(token)

"""The way of a submission as a picture and tables for docs/rules/curation.md, drawn from the machine's table."""

from collections.abc import Iterator

from django.utils import translation

from iccn.refusals import Words
from store.curation.machine import CURRENT, WORKFLOWS, State, Workflow

BEGIN = "<!-- drawn by: manage.py draw_workflow -->"
END = "<!-- end of the drawing -->"


def page_with_drawing(page: str) -> str:
    """The page with everything between the two marks drawn anew."""
    head, rest = page.split(BEGIN)
    _old, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{drawing()}\n\n{END}{tail}"


def drawing() -> str:
    """Every version of the way, the present one first."""
    flows = sorted(WORKFLOWS.values(), key=lambda flow: (flow.version != CURRENT, -flow.version))
    return "\n\n".join("\n".join(part(flow)) for flow in flows)


def part(flow: Workflow) -> Iterator[str]:
    present = " (every new submission)" if flow.version == CURRENT else " (submissions that began with it)"
    yield f"### Version {flow.version}{present}"
    yield ""
    yield from diagram(flow)
    yield ""
    yield from table_of_states(flow)
    yield ""
    yield from table_of_moves(flow)


def diagram(flow: Workflow) -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2", f"    [*] --> {State.DRAFT}")
    for step in flow.steps:
        for source in step.sources:
            yield f"    {source} --> {step.target}: {step.move}"
    ends = [state for state in flow.phases if not any(state in step.sources for step in flow.steps)]
    yield from (f"    {state} --> [*]" for state in ends)
    yield "```"


def table_of_states(flow: Workflow) -> Iterator[str]:
    yield from (
        "| state | staff read | staff read in English | the artisan reads | in English |",
        "|---|---|---|---|---|",
    )
    for state, phase in flow.phases.items():
        names = (*both(phase.staff), *both(state.label))
        yield f"| `{state}` | {' | '.join(names)} |"


def table_of_moves(flow: Workflow) -> Iterator[str]:
    yield from ("| move | from | to | who | message to the artisan |", "|---|---|---|---|---|")
    for step in flow.steps:
        sources = ", ".join(f"`{source}`" for source in step.sources)
        notice = f"`{step.notice}`" if step.notice else "none"
        yield f"| `{step.move}` | {sources} | `{step.target}` | {', '.join(step.who)} | {notice} |"


def both(words: Words) -> tuple[str, str]:
    """In Indonesian and in English."""
    return spoken(words, "id"), spoken(words, "en")


def spoken(words: Words, language: str) -> str:
    with translation.override(language):
        return str(words)

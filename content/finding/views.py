"""The search of the whole site."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.finding.selectors import Answer, find
from content.finding.state import SearchState, is_said_cleanly


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    state = SearchState.read(request.GET)
    said = [(name, value) for name, values in request.GET.lists() for value in values]
    if not is_said_cleanly(state, said):
        return HttpResponseRedirect(state.at(request.path))
    answer = find(state, request.path)
    context = {
        "state": state,
        "answer": answer,
        "tabs": tabs(answer, state, request.path),
        "query": f"{state.but().at(request.path)}&",
    }
    return render(request, "finding/page.html", context)


def tabs(answer: Answer, state: SearchState, path: str) -> list[dict[str, object]]:
    """Everything, and each section that found something."""
    every = {
        "label": _("Semua"),
        "url": state.but(section=None).at(path),
        "current": state.section is None,
        "count": answer.total,
    }
    sections = [
        {"label": one.title, "url": one.url, "current": state.section is one.section, "count": one.total}
        for one in answer.tabs
    ]
    return [every, *sections]

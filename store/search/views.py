"""The store's listing and its categories: one view, in two places."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from store.catalogue.tree import CategoryTree, Node
from store.search import unanswered
from store.search.completion import complete
from store.search.listing import Listing
from store.search.selectors import find_products
from store.search.state import ListingState, is_said_cleanly
from store.search.twins import twins

A_MINUTE = 60


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    return _show(request, CategoryTree.load(), None)


@require_safe
def category(request: HttpRequest, path: str) -> HttpResponse:
    tree = CategoryTree.load()
    node = tree.by_path.get(path)
    if node is None:
        raise Http404
    return _show(request, tree, node)


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the search box offers while somebody types: a piece of a page, the same for everybody."""
    state = ListingState.read(request.GET)
    found = complete(state.words)
    context = {"found": found, "state": state, "count": found.count}
    return render(request, "store/listing/suggestions.html", context)


def _show(request: HttpRequest, tree: CategoryTree, node: Node | None) -> HttpResponse:
    state = ListingState.read(request.GET)
    said = [(name, value) for name, values in request.GET.lists() for value in values]
    if not is_said_cleanly(state, said):
        return HttpResponseRedirect(state.at(request.path))
    found = find_products(state.query(category=node.id if node else None))
    if node is None and state == ListingState(words=state.words):
        unanswered.note(state.words, found, language=get_language() or settings.LANGUAGE_CODE)
    shown = Listing(request.path, state, tree, node, found, root=reverse("store:listing"))
    context = {
        "listing": shown,
        "search_value": state.words,
        "translations": twins(shown.canonical),
        "breadcrumbs": _way(tree, node, state),
    }
    return render(request, "store/listing/page.html", context)


def _way(tree: CategoryTree, node: Node | None, state: ListingState) -> list[dict[str, str]]:
    way = [{"label": _("Toko"), "url": reverse("store:listing")}]
    way += [{"label": one.title, "url": one.url} for one in (tree.line(node.id) if node else [])]
    if state.words:
        way.append({"label": _("Hasil pencarian"), "url": ""})
    return way if len(way) > 1 else []

"""Oscar's category views, handing over to the catalogue's services."""

from typing import Any

from django.http import HttpResponse
from oscar.apps.dashboard.catalogue import views as stock
from oscar.apps.dashboard.catalogue.views import *  # noqa: F403 - Oscar asks for its views after ours

from store.catalogue.services import tell_of_category
from store.dashboard.catalogue.forms import CategoryForm


class CategoryCreateView(stock.CategoryCreateView):
    form_class = CategoryForm

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_initial()
        if "parent" in self.kwargs:
            initial |= {"treebeard_ref_node": self.kwargs["parent"], "treebeard_position": "first-child"}
        return initial

    def form_valid(self, form: CategoryForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        tell_of_category(category=self.object, by=self.request.user)
        return response


class CategoryUpdateView(stock.CategoryUpdateView):
    form_class = CategoryForm

    def form_valid(self, form: CategoryForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        tell_of_category(category=self.object, by=self.request.user)
        return response

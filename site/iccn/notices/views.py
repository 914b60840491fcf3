"""The demo's post box: every message that was sent, so that one can play every part."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from iccn.notices.models import Notice

PER_PAGE = 30


def messages_sent(request: HttpRequest) -> HttpResponse:
    """The newest first; `?q=` looks in addresses, names and subjects. Only in the demo."""
    refuse_outside_the_demo()
    words = request.GET.get("q", "").strip()
    notices = Notice.objects.defer("html")
    if words:
        wanted = Q(address__icontains=words) | Q(name__icontains=words) | Q(subject__icontains=words)
        notices = notices.filter(wanted)
    page = Paginator(notices, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/sent.html", {"page": page, "words": words})


def message_sent(request: HttpRequest, notice_id: int) -> HttpResponse:
    refuse_outside_the_demo()
    return render(request, "notices/message.html", {"notice": get_object_or_404(Notice, pk=notice_id)})


def refuse_outside_the_demo() -> None:
    if not settings.DEMO:
        raise Http404

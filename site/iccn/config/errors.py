"""Error pages with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof of origin is missing or old: usually a page left open too long."""
    return render(request, "403_csrf.html", status=403)

"""Who asks, under which id, and what the answer may load."""

import re
import uuid
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from iccn.audit.context import Context, bind, current, unbind
from iccn.config import policy

GetResponse = Callable[[HttpRequest], HttpResponse]
NOT_FOUND = 404
SAFE_ID = re.compile(r"^[A-Za-z0-9-]{8,64}$")


class RequestIdentity:
    """Gives each request an id (or keeps a proxy's), for logs, the audit and the answer's header."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if SAFE_ID.match(given) else uuid.uuid4().hex
        token = bind(Context(request_id=request_id, origin=f"web {request.META.get('REMOTE_ADDR', '')}"))
        try:
            response = self.get_response(request)
        finally:
            unbind(token)
        response["X-Request-ID"] = request_id
        return response


class Language(LocaleMiddleware):
    """Django's, but an address that has a view of its own and is not found stays not found.

    Wagtail takes every address below a language, so Django would send a lost webhook on to `/id/webhook/…`.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == NOT_FOUND and getattr(request, "resolver_match", None) is not None:
            return response
        return super().process_response(request, response)


class DeskLanguage:
    """Addresses of the desks name no language: each person reads them in the language of their account."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(policy.DESKS) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or ""
        return self.get_response(request)


class AuditedActor:
    """Lets services that are called without an actor know who was signed in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        here = current()
        token = bind(Context(here.request_id, here.origin, actor=f"user:{request.user.pk}"))
        try:
            return self.get_response(request)
        finally:
            unbind(token)


class ContentSecurityPolicy(CSPMiddleware):
    """Strict for the public; Wagtail's and Oscar's desks still hold inline scripts, so theirs is wider."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT002 - theirs
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(policy.DESKS) and not report_only:
            parts.config = policy.DESK
        return parts

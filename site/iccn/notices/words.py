"""The words of a message, out of its templates.

A kind is a folder `notices/<kind>/` with, per language, `<language>.subject.txt` and `<language>.txt` (needed),
`<language>.html` (without it the text is laid into the mail frame, its links as buttons) and
`<language>.whatsapp.txt` (optional: without it nothing goes to WhatsApp).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from iccn.notices import rules


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str
    html: str
    whatsapp: str


def words_for(kind: str, language: str, facts: Mapping[str, object]) -> Words:
    """Renders every part in the person's language; raises TemplateDoesNotExist when the kind has no words."""
    context = {**facts, "BASE_URL": settings.BASE_URL, "DEMO": settings.DEMO}
    with translation.override(language):
        subject = " ".join(_render(kind, language, "subject.txt", context).split())
        text = _render(kind, language, "txt", context).strip() + "\n"
        return Words(
            subject=subject,
            text=text,
            html=_render_if_there(kind, language, "html", context) or _framed(subject, text, context),
            whatsapp=_render_if_there(kind, language, "whatsapp.txt", context).strip(),
        )


def _render(kind: str, language: str, part: str, context: dict[str, object]) -> str:
    """Only HTML is escaped: in a plain message an ampersand is an ampersand."""
    template: Any = get_template(f"notices/{kind}/{language}.{part}")
    return str(template.template.render(Context(context, autoescape=part == "html")))


def _render_if_there(kind: str, language: str, part: str, context: dict[str, object]) -> str:
    try:
        return _render(kind, language, part, context)
    except TemplateDoesNotExist:
        return ""


def _framed(subject: str, text: str, context: dict[str, object]) -> str:
    parts = rules.parts_of(text)
    words = {"subject": subject, "parts": parts, "preheader": rules.first_words(parts)}
    return str(get_template("notices/framed.html").render({**context, **words}))

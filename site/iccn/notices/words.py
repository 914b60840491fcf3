"""The words of a message, out of its templates.

A kind is a folder `notices/<kind>/` with, per language, `<language>.subject.txt` and `<language>.txt` (needed),
`<language>.html` and `<language>.whatsapp.txt` (optional: without it nothing goes to WhatsApp).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation


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
        return Words(
            subject=" ".join(_render(kind, language, "subject.txt", context).split()),
            text=_render(kind, language, "txt", context).strip() + "\n",
            html=_render_if_there(kind, language, "html", context),
            whatsapp=_render_if_there(kind, language, "whatsapp.txt", context).strip(),
        )


def _render(kind: str, language: str, part: str, context: dict[str, object]) -> str:
    return str(get_template(f"notices/{kind}/{language}.{part}").render(context))


def _render_if_there(kind: str, language: str, part: str, context: dict[str, object]) -> str:
    try:
        return _render(kind, language, part, context)
    except TemplateDoesNotExist:
        return ""

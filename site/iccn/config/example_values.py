"""Turn the plain values of a component's `example.yaml` into what its template expects.

`static:path` becomes an address; a mapping with one key `$field`, `$form`, `$page` or `$message`
becomes the thing a view would pass.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib.messages.constants import DEFAULT_LEVELS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page, Paginator
from django.templatetags.static import static

FIELDS: dict[str, Callable[..., forms.Field]] = {
    "text": forms.CharField,
    "email": forms.EmailField,
    "number": forms.IntegerField,
    "file": forms.FileField,
    "checkbox": forms.BooleanField,
}
CHOICES: dict[str, type[forms.Widget]] = {"select": forms.Select, "radio": forms.RadioSelect}


def resolved(value: Any) -> Any:
    """Walk through lists and mappings and build what the markers name."""
    if isinstance(value, str):
        return static(value.removeprefix("static:")) if value.startswith("static:") else value
    if isinstance(value, list):
        return [resolved(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if len(value) == 1 and (marker := next(iter(value))) in BUILDERS:
        return BUILDERS[marker](value[marker])
    return {name: resolved(item) for name, item in value.items()}


def bound_form(specs: list[dict[str, Any]]) -> forms.Form:
    """A form with these fields, already filled in, with the errors of the example."""
    form = forms.Form()
    form.fields.update({spec["name"]: _field(spec) for spec in specs})
    form.data = {spec["name"]: spec["value"] for spec in specs if "value" in spec}
    vars(form).update(is_bound=True, cleaned_data={}, _errors=forms.utils.ErrorDict())
    for spec in specs:
        if "error" in spec:
            form.add_error(spec["name"], spec["error"])
    return form


def bound_field(spec: dict[str, Any]) -> forms.BoundField:
    """One field of such a form."""
    return bound_form([spec])[spec["name"]]


def _field(spec: dict[str, Any]) -> forms.Field:
    kind = spec["type"]
    words = {
        "label": spec["label"],
        "help_text": spec.get("help", ""),
        "required": spec.get("required", True),
    }
    if kind == "textarea":
        return forms.CharField(widget=forms.Textarea, **words)
    if kind in CHOICES:
        return forms.ChoiceField(
            choices=[(name, name) for name in spec["choices"]], widget=CHOICES[kind], **words
        )
    return FIELDS[kind](**words)


def _page(numbers: list[int]) -> Page[int]:
    pages, number = numbers
    return Paginator(range(pages), 1).page(number)


def _message(spec: dict[str, str]) -> Message:
    levels = {name.lower(): level for name, level in DEFAULT_LEVELS.items()}
    return Message(levels[spec["level"]], spec["text"])


BUILDERS: dict[str, Callable[[Any], Any]] = {
    "$field": bound_field,
    "$form": bound_form,
    "$page": _page,
    "$message": _message,
}

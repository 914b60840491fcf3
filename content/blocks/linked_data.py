"""What search engines read (schema.org), as JSON that is safe inside a page."""

import json
from collections.abc import Sequence
from typing import Any, Final

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

_ESCAPED: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
NAME: Final = "Aksi Bersama Bantu Sesama"


def as_json(facts: Sequence[dict[str, Any]]) -> SafeString:
    """JSON in which nothing can close the script element it stands in."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(facts)}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPED))  # noqa: S308 - escaped above


def absolute(url: str) -> str:
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url


def organization() -> dict[str, Any]:
    return {
        "@type": "Organization",
        "@id": absolute("/#organisasi"),
        "name": NAME,
        "url": absolute("/id/"),
        "logo": absolute(static("nusantara/brand/touch-icon.png")),
        "foundingDate": "2020-05-15",
        "parentOrganization": {"@type": "Organization", "name": "Indonesia Creative Cities Network"},
        "areaServed": {"@type": "Country", "name": "ID"},
    }


def website(language: str) -> dict[str, Any]:
    home = absolute(f"/{language}/")
    return {
        "@type": "WebSite",
        "name": NAME,
        "url": home,
        "inLanguage": language,
        "publisher": {"@id": absolute("/#organisasi")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{home}toko/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def article(*, title: str, text: str, url: str, image: str, published: str, changed: str) -> dict[str, Any]:
    facts = {
        "@type": "NewsArticle",
        "headline": title[:110],
        "description": text,
        "url": absolute(url),
        "datePublished": published,
        "dateModified": changed,
        "publisher": {"@id": absolute("/#organisasi")},
        "author": {"@id": absolute("/#organisasi")},
    }
    return {**facts, "image": [absolute(image)]} if image else facts


def course(*, title: str, text: str, url: str, language: str, lessons: Sequence[str]) -> dict[str, Any]:
    return {
        "@type": "Course",
        "name": title,
        "description": text,
        "url": absolute(url),
        "inLanguage": language,
        "isAccessibleForFree": True,
        "provider": {"@id": absolute("/#organisasi")},
        "syllabusSections": [
            {"@type": "Syllabus", "position": place, "name": name} for place, name in enumerate(lessons, 1)
        ],
    }


def lesson(*, title: str, text: str, url: str, course_title: str, course_url: str) -> dict[str, Any]:
    return {
        "@type": "LearningResource",
        "name": title,
        "description": text,
        "url": absolute(url),
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "Course", "name": course_title, "url": absolute(course_url)},
    }


def way(crumbs: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The way to a page: titles with whole addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": one["label"], "item": absolute(one["url"])}
            for place, one in enumerate(crumbs, 1)
        ],
    }

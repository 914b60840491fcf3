"""Tells the demo's stories through the services: each chapter of the story is one function here below.

A chapter is `def tell_something(progress: Progress) -> None`. It finds what stands by natural keys, so that telling it
again changes nothing. Chapters are told in this order; those whose module is not there are left out.
"""

CHAPTERS_OF_THE_STORY: list[str] = [
    "iccn.demo.loader.groundwork.tell_groundwork",
    "iccn.demo.loader.people.tell_people",
    "iccn.demo.loader.chapters.tell_chapters",
    "iccn.demo.loader.artisans.tell_artisans",
    "iccn.demo.loader.products.tell_products",
    "iccn.demo.loader.desk.tell_desk",
    "iccn.demo.loader.promotion.tell_promotion",
    "iccn.demo.loader.pages.tell_pages",
    "iccn.demo.loader.sales.tell_sales",
]

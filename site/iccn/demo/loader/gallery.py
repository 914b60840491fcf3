"""Every picture that the stories will need, in the order in which they are told."""

from collections.abc import Iterator

from iccn.chapters.models import Chapter
from iccn.demo.loader import artisans, chapters, pages, recipe
from iccn.demo.loader.products import artisans as makers_there
from iccn.demo.loader.products import offered_already
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Stories


def sketches(story: Stories) -> Iterator[Sketch]:
    """Only of what is not told yet: a second telling needs none."""
    told = set(Chapter.objects.values_list("slug", flat=True))
    yield from (chapters.sketch_of(row) for row in story.chapters if row["slug"] not in told)
    makers = makers_there()
    yield from (artisans.sketch_of(row) for row in story.artisans if row["code"] not in makers)
    offered = offered_already()
    families = {family["name"]: family for family in story.families}
    placed = [(families[row["family"]], row, place) for place, row in enumerate(story.submissions)]
    for family, product, place in [*story.products, *placed]:
        if (product["by"], product["title"]) not in offered:
            yield from (one.sketch for one in recipe.shown(family, product, place))
    yield from pages.sketches_missing()

"""Who may do what in a chapter, and why not."""

from iccn.accounts.models import User
from iccn.chapters.models import Chapter, ChapterRole
from iccn.chapters.refusals import NotCoordinator
from iccn.chapters.selectors import holds
from iccn.refusals import ALLOWED, Verdict, refused


def may_coordinate(*, user: User, chapter: Chapter) -> Verdict:
    """Only the chapter's own coordinator, today."""
    if holds(user=user, chapter=chapter, role=ChapterRole.Role.COORDINATOR):
        return ALLOWED
    return refused(NotCoordinator(chapter=chapter.name))

"""The roles people hold, declared once: each is a group of the same name with exactly these permissions."""

from typing import Final

EDITOR: Final = "editor"
MODERATOR: Final = "moderator"
CURATOR: Final = "curator"
FINANCE: Final = "finance"
FINANCE_CHECKER: Final = "finance_checker"
STORE_STAFF: Final = "store_staff"
COORDINATOR: Final = "chapter_coordinator"
TREASURER: Final = "chapter_treasurer"
ARTISAN: Final = "artisan"

"""What was frozen stays: PostgreSQL refuses to change it. Installed by a migration, and by the test suite."""

from typing import Any

from iccn.audit.guards import keep_append_only


def install(cursor: Any) -> None:
    for table in ("profit_lineshare", "profit_linerefund"):
        keep_append_only(cursor, table)

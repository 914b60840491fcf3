"""Tables that are only ever added to: PostgreSQL refuses to change, delete or empty their rows.

A test database may be emptied between tests: only its connections set `iccn.may_truncate`.
"""

from typing import Any

FUNCTION = """
CREATE OR REPLACE FUNCTION iccn_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('iccn.may_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% on % is not allowed: the table is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
"""

TRIGGERS = """
DROP TRIGGER IF EXISTS {table}_kept ON {table};
CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION iccn_append_only();
DROP TRIGGER IF EXISTS {table}_not_emptied ON {table};
CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION iccn_append_only();
"""


def keep_append_only(cursor: Any, table: str) -> None:
    """Guards a table of ours; guarding it again replaces the guard."""
    cursor.execute(FUNCTION)
    cursor.execute(TRIGGERS.format(table=table))


def install(cursor: Any) -> None:
    keep_append_only(cursor, "audit_line")

"""Tables that are only ever added to: PostgreSQL refuses to change, delete or empty their rows.

A test database may be emptied between tests: its name begins with `test_` and its connections set
`iccn.may_truncate`. Anywhere else the setting opens nothing.
"""

from typing import Any

MAY_TRUNCATE = r"""
CREATE OR REPLACE FUNCTION iccn_may_truncate() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_database() LIKE 'test\_%' AND coalesce(current_setting('iccn.may_truncate', true), '') = 'on'
$$;
"""

FUNCTION = """
CREATE OR REPLACE FUNCTION iccn_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND iccn_may_truncate() THEN
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
    cursor.execute(MAY_TRUNCATE)
    cursor.execute(FUNCTION)
    cursor.execute(TRIGGERS.format(table=table))


def install(cursor: Any) -> None:
    keep_append_only(cursor, "audit_line")

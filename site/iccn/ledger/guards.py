"""What PostgreSQL itself refuses in the books, whoever writes.

Installed by a migration; the test suite, which builds its tables without migrations, installs the same text.
A test database may be emptied between tests: only there `iccn.may_truncate` is set.
"""

from typing import Any

from iccn.audit.guards import keep_append_only

BEFORE_ENTRY = """
CREATE OR REPLACE FUNCTION ledger_before_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE span ledger_period%ROWTYPE;
BEGIN
    SELECT * INTO span FROM ledger_period WHERE id = NEW.period_id FOR SHARE;
    IF span.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: the period % is closed', span.starts USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.effective_date < span.starts OR NEW.effective_date > span.ends THEN
        RAISE EXCEPTION 'ledger: % lies outside the period % to %', NEW.effective_date, span.starts, span.ends
            USING ERRCODE = 'check_violation';
    END IF;
    NEW.posted_at := now();
    NEW.transaction_id := txid_current();
    RETURN NEW;
END $$;
"""

BEFORE_POSTING = """
CREATE OR REPLACE FUNCTION ledger_before_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
    SELECT transaction_id INTO written FROM ledger_entry WHERE id = NEW.entry_id;
    IF written IS DISTINCT FROM txid_current() THEN
        RAISE EXCEPTION 'ledger: entry % is sealed', NEW.entry_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

AFTER_POSTING = """
CREATE OR REPLACE FUNCTION ledger_after_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE account ledger_account%ROWTYPE; new_amount bigint; debit_is_normal boolean;
BEGIN
    SELECT * INTO account FROM ledger_account WHERE id = NEW.account_id;
    IF account.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: account % is closed', account.code USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM set_config('iccn.ledger_writes_balance', 'on', true);
    INSERT INTO ledger_balance (account_id, amount) VALUES (NEW.account_id, NEW.amount)
        ON CONFLICT (account_id) DO UPDATE SET amount = ledger_balance.amount + EXCLUDED.amount
        RETURNING amount INTO new_amount;
    PERFORM set_config('iccn.ledger_writes_balance', 'off', true);
    debit_is_normal := account.type IN ('asset', 'expense');
    IF account.no_overdraw AND ((debit_is_normal AND new_amount < 0) OR (NOT debit_is_normal AND new_amount > 0)) THEN
        RAISE EXCEPTION 'ledger: account % would be overdrawn', account.code USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""

BALANCE_GUARD = """
CREATE OR REPLACE FUNCTION ledger_only_the_trigger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('iccn.may_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    IF current_setting('iccn.ledger_writes_balance', true) IS DISTINCT FROM 'on' OR TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'ledger: balances follow the postings' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

ENTRY_BALANCES = """
CREATE OR REPLACE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE legs integer; rest bigint;
BEGIN
    SELECT count(*), coalesce(sum(amount), 0) INTO legs, rest FROM ledger_posting WHERE entry_id = NEW.id;
    IF legs < 2 THEN
        RAISE EXCEPTION 'ledger: entry % has % postings', NEW.id, legs USING ERRCODE = 'check_violation';
    END IF;
    IF rest <> 0 THEN
        RAISE EXCEPTION 'ledger: entry % is out of balance by %', NEW.id, rest USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""

CLOSING_IS_FINAL = """
CREATE OR REPLACE FUNCTION ledger_closing_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: the period % is closed', OLD.starts USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.starts <> OLD.starts OR NEW.ends <> OLD.ends THEN
        RAISE EXCEPTION 'ledger: a period keeps its days' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

FUNCTIONS = (
    BEFORE_ENTRY, BEFORE_POSTING, AFTER_POSTING, BALANCE_GUARD, ENTRY_BALANCES, CLOSING_IS_FINAL,
)  # fmt: skip

APPEND_ONLY_TABLES = ("ledger_entry", "ledger_posting", "ledger_splitpolicy")

# name, table, when, for each, function
TRIGGERS: tuple[tuple[str, str, str, str, str], ...] = (
    ("ledger_entry_dated", "ledger_entry", "BEFORE INSERT", "ROW", "ledger_before_entry"),
    ("ledger_posting_sealed", "ledger_posting", "BEFORE INSERT", "ROW", "ledger_before_posting"),
    ("ledger_posting_counted", "ledger_posting", "AFTER INSERT", "ROW", "ledger_after_posting"),
    (
        "ledger_balance_kept",
        "ledger_balance",
        "BEFORE INSERT OR UPDATE OR DELETE",
        "ROW",
        "ledger_only_the_trigger",
    ),
    (
        "ledger_balance_not_emptied",
        "ledger_balance",
        "BEFORE TRUNCATE",
        "STATEMENT",
        "ledger_only_the_trigger",
    ),
    ("ledger_period_final", "ledger_period", "BEFORE UPDATE OR DELETE", "ROW", "ledger_closing_is_final"),
)

DEFERRED = """
DROP TRIGGER IF EXISTS ledger_entry_balanced ON ledger_entry;
CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances();
"""


def install(cursor: Any) -> None:
    """Installs every guard; installing again replaces them."""
    for function in FUNCTIONS:
        cursor.execute(function)
    for table in APPEND_ONLY_TABLES:
        keep_append_only(cursor, table)
    for name, table, when, each, function in TRIGGERS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        cursor.execute(
            f"CREATE TRIGGER {name} {when} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
        )
    cursor.execute(DEFERRED)

"""What PostgreSQL itself refuses in the books, whoever writes.

Installed by a migration; the test suite, which builds its tables without migrations, installs the same text.
A test database, and no other, may be emptied between tests (`iccn_may_truncate`).
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

# The transaction's number alone would not do: a restored copy counts its transactions anew.
BEFORE_POSTING = """
CREATE OR REPLACE FUNCTION ledger_before_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM ledger_entry
        WHERE id = NEW.entry_id AND transaction_id = txid_current() AND posted_at = now();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'ledger: entry % is sealed', NEW.entry_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

# The balance first: its row lock makes us wait for whoever closes the account, and then see that it is closed.
AFTER_POSTING = """
CREATE OR REPLACE FUNCTION ledger_after_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE account ledger_account%ROWTYPE; new_amount bigint; debit_is_normal boolean;
BEGIN
    INSERT INTO ledger_balance (account_id, amount) VALUES (NEW.account_id, NEW.amount)
        ON CONFLICT (account_id) DO UPDATE SET amount = ledger_balance.amount + EXCLUDED.amount
        RETURNING amount INTO new_amount;
    SELECT * INTO account FROM ledger_account WHERE id = NEW.account_id;
    IF account.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: account % is closed', account.code USING ERRCODE = 'restrict_violation';
    END IF;
    debit_is_normal := account.type IN ('asset', 'expense');
    IF account.no_overdraw AND ((debit_is_normal AND new_amount < 0) OR (NOT debit_is_normal AND new_amount > 0)) THEN
        RAISE EXCEPTION 'ledger: account % would be overdrawn', account.code USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""

AFTER_ACCOUNT = """
CREATE OR REPLACE FUNCTION ledger_after_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_balance (account_id, amount) VALUES (NEW.id, 0);
    RETURN NULL;
END $$;
"""

ACCOUNT_KEPT = """
CREATE OR REPLACE FUNCTION ledger_account_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE rest bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'ledger: account % is closed, not deleted', OLD.code USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.id, NEW.code, NEW.type, NEW.owner, NEW.no_overdraw)
        IS DISTINCT FROM (OLD.id, OLD.code, OLD.type, OLD.owner, OLD.no_overdraw) THEN
        RAISE EXCEPTION 'ledger: account % keeps what it is', OLD.code USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
        SELECT amount INTO rest FROM ledger_balance WHERE account_id = OLD.id FOR UPDATE;
        IF OLD.closed_at IS NOT NULL OR rest <> 0 THEN
            RAISE EXCEPTION 'ledger: account % stays as it is, with %', OLD.code, rest
                USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
"""

# Depth one is a statement of somebody's own; our triggers write at depth two. No setting opens this door.
BALANCE_GUARD = """
CREATE OR REPLACE FUNCTION ledger_only_the_trigger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND iccn_may_truncate() THEN
        RETURN NULL;
    END IF;
    IF pg_trigger_depth() < 2 OR TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'ledger: balances follow the postings' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

# Runs for the entry and again for each of its postings: with `SET CONSTRAINTS … IMMEDIATE` the entry alone
# could be looked at before its last posting comes.
ENTRY_BALANCES = """
CREATE OR REPLACE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE looked_at bigint; legs integer; rest bigint;
BEGIN
    IF TG_TABLE_NAME = 'ledger_entry' THEN looked_at := NEW.id; ELSE looked_at := NEW.entry_id; END IF;
    SELECT count(*), coalesce(sum(amount), 0) INTO legs, rest FROM ledger_posting WHERE entry_id = looked_at;
    IF legs < 2 THEN
        RAISE EXCEPTION 'ledger: entry % has % postings', looked_at, legs USING ERRCODE = 'check_violation';
    END IF;
    IF rest <> 0 THEN
        RAISE EXCEPTION 'ledger: entry % is out of balance by %', looked_at, rest USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""

POLICY_IS_SENSIBLE = """
CREATE OR REPLACE FUNCTION ledger_policy_is_sensible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE weight record; whole numeric := 0;
BEGIN
    FOR weight IN SELECT key, value FROM jsonb_each(NEW.weights) LOOP
        IF jsonb_typeof(weight.value) <> 'number' OR weight.value::text !~ '^[0-9]+$' THEN
            RAISE EXCEPTION 'ledger: weight % is no whole number from zero', weight.key
                USING ERRCODE = 'check_violation';
        END IF;
        whole := whole + weight.value::text::numeric;
    END LOOP;
    IF whole = 0 THEN
        RAISE EXCEPTION 'ledger: the weights share out nothing' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
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
    BEFORE_ENTRY, BEFORE_POSTING, AFTER_POSTING, AFTER_ACCOUNT, ACCOUNT_KEPT, BALANCE_GUARD, ENTRY_BALANCES,
    POLICY_IS_SENSIBLE, CLOSING_IS_FINAL,
)  # fmt: skip

APPEND_ONLY_TABLES = ("ledger_entry", "ledger_posting", "ledger_splitpolicy")
SEAL_TABLES = ("ledger_seal", "ledger_sealedentry", "ledger_bookscheck")

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
    ("ledger_account_opened", "ledger_account", "AFTER INSERT", "ROW", "ledger_after_account"),
    ("ledger_account_same", "ledger_account", "BEFORE UPDATE OR DELETE", "ROW", "ledger_account_kept"),
    ("ledger_policy_weighed", "ledger_splitpolicy", "BEFORE INSERT", "ROW", "ledger_policy_is_sensible"),
    ("ledger_period_final", "ledger_period", "BEFORE UPDATE OR DELETE", "ROW", "ledger_closing_is_final"),
)

DEFERRED = """
DROP TRIGGER IF EXISTS {table}_balanced ON {table};
CREATE CONSTRAINT TRIGGER {table}_balanced AFTER INSERT ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances();
"""
DEFERRED_TABLES = ("ledger_entry", "ledger_posting")


def install(cursor: Any) -> None:
    """Installs every guard; installing again replaces them."""
    for table in APPEND_ONLY_TABLES:
        keep_append_only(cursor, table)
    for function in FUNCTIONS:
        cursor.execute(function)
    for name, table, when, each, function in TRIGGERS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        cursor.execute(
            f"CREATE TRIGGER {name} {when} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
        )
    for table in DEFERRED_TABLES:
        cursor.execute(DEFERRED.format(table=table))


def install_seals(cursor: Any) -> None:
    """What was sealed and found is kept as it is; these tables came later than the rest."""
    for table in SEAL_TABLES:
        keep_append_only(cursor, table)

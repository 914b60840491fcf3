from typing import Any

from django.db import migrations

from iccn.ledger import guards


def install(_apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        guards.install(cursor)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_the_books")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]

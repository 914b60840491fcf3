from typing import Any

from django.db import migrations

from store.profit import guards


def install(_apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        guards.install(cursor)


class Migration(migrations.Migration):
    dependencies = [("profit", "0001_frozen_lines"), ("audit", "0002_guards")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]

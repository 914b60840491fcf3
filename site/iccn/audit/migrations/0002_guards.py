from typing import Any

from django.db import migrations

from iccn.audit import guards


def install(_apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        guards.install(cursor)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]

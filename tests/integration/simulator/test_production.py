"""The real thing has no simulator, and will not start when somebody asks for one."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SECRETS = {
    "DJANGO_SETTINGS_MODULE": "iccn.config.settings.production",
    "BASE_URL": "https://toko.example",
    "SECRET_KEY": "k" * 60,
    "FIELD_ENCRYPTION_KEYS": "k" * 44,
    "DATABASE_URL": "postgres://nobody@localhost:1/none",
    "ALLOWED_HOSTS": "toko.example",
    "MIDTRANS_SERVER_KEY": "Mid-server-x",
    "MIDTRANS_CLIENT_KEY": "Mid-client-x",
    "MIDTRANS_MERCHANT_ID": "G1",
}
ASK = """
import django
django.setup()
from django.urls import Resolver404, resolve
from store.payment.gateways import gateway_named
try:
    resolve("/simulator/midtrans/snap/v1/transactions")
except Resolver404 as missing:
    unknown = missing
print(type(unknown).__name__, resolve("/webhook/midtrans/").url_name, gateway_named("midtrans").keys.snap_url == "")
"""


def in_production(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": path, **SECRETS, **more}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_knows_the_webhook_and_midtrans_itself_and_no_simulator() -> None:
    answer = in_production(ASK)
    assert answer.stdout.split() == ["Resolver404", "webhook_midtrans", "True"], answer.stderr[-500:]


def test_production_refuses_to_start_with_the_simulator() -> None:
    answer = in_production("import django; django.setup()", SIMULATOR="1")
    assert answer.returncode == 1
    assert "SIMULATOR" in answer.stderr

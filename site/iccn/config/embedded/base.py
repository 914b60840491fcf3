"""Django's PostgreSQL backend, with the server brought along."""

from typing import Any

import psycopg
from django.db.backends.postgresql import base

from iccn.config.embedded import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks for the server when a connection is opened, and again when it went away meanwhile."""

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params["host"] = server.host_of(self.settings_dict["EMBEDDED_FOLDER"])
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            return self.connect_after(error, conn_params)

    def connect_after(self, error: Exception, conn_params: dict[str, Any]) -> Any:
        """One more try: the server may have been stopped or killed, or our database not made yet."""
        server.host_of.cache_clear()
        conn_params["host"] = server.host_of(self.settings_dict["EMBEDDED_FOLDER"])
        if "does not exist" in str(error) and conn_params.get("dbname") == self.default_name():
            server.ensure_database(conn_params["host"], self.default_name())
        return super().get_new_connection(conn_params)

    def default_name(self) -> str:
        """The project's own database; a test database is made by Django and never by us."""
        return "iccn"

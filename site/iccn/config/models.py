"""What the running system knows of itself."""

from django.db import models


class Heartbeat(models.Model):
    """When a process last said that it lives."""

    name = models.CharField(primary_key=True, max_length=40)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name

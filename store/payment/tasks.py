"""What is asked of the gateway once a change stands."""

import structlog
from django_tasks import task

from store.payment.gateways import gateway_named
from store.payment.gateways.port import GatewayError
from store.payment.models import Attempt

logger = structlog.get_logger(__name__)


@task()
def end_at_gateway(attempt_id: int) -> str:
    """So that an attempt which ended here cannot be paid there. Should that fail, late money is still taken in."""
    attempt = Attempt.objects.get(pk=attempt_id)
    gateway = gateway_named(attempt.gateway)
    end = gateway.expire if attempt.state == Attempt.State.EXPIRED else gateway.cancel
    try:
        end(attempt.provider_id, attempt.token)
    except GatewayError as error:
        logger.info("payment.not_ended_at_gateway", attempt=attempt.provider_id, code=error.code)
        return error.code
    return "ended"

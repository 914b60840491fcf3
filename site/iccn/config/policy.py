"""The content security policy: what a page of ours may load."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

DESKS = ("/kelola/", "/admin/")
# Paying sends the shopper from a form of ours to the gateway's page: browsers ask this policy on the way.
GATEWAYS = ("https://app.midtrans.com", "https://app.sandbox.midtrans.com")

PUBLIC = {
    "default-src": [SELF],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, NONCE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF, *GATEWAYS],
    "frame-ancestors": [SELF],
}

DESK = {
    **PUBLIC,
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-src": [SELF],
}

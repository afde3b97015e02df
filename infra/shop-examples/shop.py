"""The shop's side of the generic hand-off, on Python 3.9 and later, without packages."""

import base64
import hashlib
import hmac
import html
import json
import os
import sys
import threading
import time
import uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

STUDIO_URL = os.environ["STUDIO_URL"]
ENDPOINT_ID = os.environ.get("ENDPOINT_ID", "demo")
SHOP_AUDIENCE = os.environ["SHOP_AUDIENCE"]
HANDOFF_SECRET = os.environ["HANDOFF_SECRET"].encode()
# Of the shop's own staff; a real shop has a login.
STAFF_KEY = os.environ.get("STAFF_KEY")
WEBHOOK_KEY = base64.b64decode(os.environ["SHOP_WEBHOOK_SECRET"].removeprefix("whsec_"))

# Orders by hold. A real shop keeps them in its database, and what it has yet to tell beside them.
orders = {}
one_at_a_time = threading.Lock()


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def read_token(token):
    """The claims of the link; None: it is not from the studio, is meant for somebody else, or its time is over."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    head, claims, signature = parts
    right = hmac.new(HANDOFF_SECRET, f"{head}.{claims}".encode(), hashlib.sha256).digest()
    try:
        if not hmac.compare_digest(right, decode(signature)):
            return None
    except ValueError:
        return None
    # Only now is it read: what it says of itself counts for nothing before.
    said = json.loads(decode(claims))
    is_ours = json.loads(decode(head)).get("alg") == "HS256" and said["iss"] == "lantern" and said["aud"] == SHOP_AUDIENCE
    return said if is_ours and said["exp"] > time.time() else None


def to_pay(claims):
    """Whole minor units, never floating point: 12900 is 129.00 in a currency with two decimals."""
    off = sum(each["amountMinor"] for each in claims["discounts"])
    return sum(item["quantity"] * item["unitPriceMinor"] for item in claims["items"]) - off


def now():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tell(type_, data):
    """Standard Webhooks 1.0. The same id until it was taken: it acts once."""
    event_id = f"msg_{uuid.uuid4()}"
    body = json.dumps({"type": type_, "timestamp": now(), "data": data}).encode()
    for tries in range(6):
        seconds = str(int(time.time()))
        signed = f"{event_id}.{seconds}.".encode() + body
        signature = base64.b64encode(hmac.new(WEBHOOK_KEY, signed, hashlib.sha256).digest()).decode()
        headers = {
            "content-type": "application/json",
            "webhook-id": event_id,
            "webhook-timestamp": seconds,
            "webhook-signature": f"v1,{signature}",
        }
        try:
            url = f"{STUDIO_URL}/api/shop/events/{ENDPOINT_ID}"
            if urlopen(Request(url, body, headers), timeout=15).status == 202:
                return
        except URLError:
            pass
        time.sleep(2**tries)
    print(f"{type_} {event_id} was not taken: keep it, and send it again later", file=sys.stderr)


def tell_soon(type_, data):
    threading.Thread(target=tell, args=(type_, data), daemon=True).start()


def checkout_page(claims, token):
    lines = "".join(f"<li>{item['quantity']} × {html.escape(item['sku'])}</li>" for item in claims["items"])
    currency = html.escape(claims["items"][0]["currency"])
    return f"""<!doctype html><meta charset="utf-8"><title>Checkout</title><ul>{lines}</ul>
<p>To pay: {to_pay(claims)} {currency} (minor units)</p>
<form method="post" action="/pay"><input type="hidden" name="token" value="{html.escape(token)}"><button>Pay</button></form>"""


def names_of(claims):
    """As the link names it: one hold, or several that are paid together."""
    return {"holds": claims["holds"]} if "holds" in claims else {"holdId": claims["jti"]}


def holds_of(claims):
    return [hold["holdId"] for hold in claims["holds"]] if "holds" in claims else [claims["jti"]]


def pay(claims):
    """Stands for the payment: once for each hold, alone or with others, however often the button is pressed."""
    with one_at_a_time:
        if any(hold in orders for hold in holds_of(claims)):
            return
        told = {
            **names_of(claims),
            "orderId": f"order-{len(orders) + 1}",
            "amountMinor": to_pay(claims),
            "currency": claims["items"][0]["currency"],
        }
        order = {"told": told, "backMinor": 0}
        orders.update({hold: order for hold in holds_of(claims)})
    items = [{key: item[key] for key in ("sku", "quantity", "unitPriceMinor")} for item in claims["items"]]
    tell_soon("order.paid", {**told, "items": items, "at": now()})


def give_back(order_id, total):
    """So much shall have gone back in all: asked twice, it goes back once. False: no such order, or not so much was paid."""
    with one_at_a_time:
        order = next((one for one in orders.values() if one["told"]["orderId"] == order_id), None)
        if order is None or not total.isdigit() or int(total) > order["told"]["amountMinor"]:
            return False
        if int(total) <= order["backMinor"]:
            return True
        order["backMinor"] = int(total)
    tell_soon("order.refunded", {**order["told"], "amountMinor": int(total)})
    return True


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer("/handoff", urlsplit(self.path).query)

    def do_POST(self):
        form = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        if self.path == "/refund":
            return self.refund(parse_qs(form))
        self.answer("/pay", form)

    def refund(self, form):
        if STAFF_KEY is None or self.headers.get("authorization") != f"Bearer {STAFF_KEY}":
            return self.say(401, "")
        is_done = give_back(form.get("order", [""])[0], form.get("total", [""])[0])
        self.say(204 if is_done else 400, "")

    def answer(self, path, form):
        if urlsplit(self.path).path != path:
            return self.say(404, "")
        token = parse_qs(form).get("token", [""])[0]
        claims = read_token(token)
        if claims is None:
            return self.say(401, "This link is not valid any more. Go back to the show.")
        if path == "/pay":
            pay(claims)
            return self.say(303, "", location=claims["returnUrl"])
        tell_soon("checkout.opened", names_of(claims))
        self.say(200, checkout_page(claims, token))

    def say(self, status, text, **headers):
        self.send_response(status)
        for name, value in {"content-type": "text/html; charset=utf-8", "cache-control": "no-store", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        """Addresses carry tokens: they stay out of the log."""


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Shop)
print(f"listening on {server.server_address[1]}", flush=True)
server.serve_forever()

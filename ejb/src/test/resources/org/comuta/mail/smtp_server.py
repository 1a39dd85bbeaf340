"""A mail server on 127.0.0.1 for tests: says each mail it takes as a line of JSON, and ends with its
input. Refuses recipients whose address begins with "refused", and answers the end of a mail with what
the file "reply" in its folder says, where there is one."""

import argparse
import base64
import json
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("port", type=int)
arguments.add_argument("security", choices=["NONE", "STARTTLS", "TLS"])
arguments.add_argument("folder", type=pathlib.Path)
arguments.add_argument("--user")
arguments.add_argument("--password")
given = arguments.parse_args()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        reply = given.folder / "reply"
        if reply.exists():
            return reply.read_text().strip()
        mail = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or given.security == "TLS",
            "user": session.auth_data.login.decode() if session.auth_data else "",
            "data": base64.b64encode(envelope.content).decode(),
        }
        print(json.dumps(mail), flush=True)
        return "250 2.0.0 taken as 4711"


def authenticate(server, session, envelope, mechanism, data):
    known = data.login.decode() == given.user and data.password.decode() == given.password
    return AuthResult(success=known, handled=False, auth_data=data)


options = {}
context = None
if given.security != "NONE":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(given.folder / "certificate.pem", given.folder / "key.pem")
if given.security == "STARTTLS":
    options.update(tls_context=context, require_starttls=True)
if given.user:
    options.update(
        authenticator=authenticate, auth_required=True, auth_require_tls=given.security == "STARTTLS"
    )
controller = Controller(
    Handler(),
    hostname="127.0.0.1",
    port=given.port,
    ssl_context=context if given.security == "TLS" else None,
    **options,
)
controller.start()
print("READY", flush=True)
sys.stdin.read()
controller.stop()

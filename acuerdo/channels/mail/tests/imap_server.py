"""A real IMAP server with TLS on a real socket, a process of its own, with a mailbox `mesa@buzon.example`.

pymap runs on any machine; where Dovecot is installed, the same tests run against it too.
"""

import imaplib
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from imap_tools.utils import encode_folder

HERE, USER, PASSWORD = "127.0.0.1", "mesa@buzon.example", "llave-de-aplicación"
SOON = 60
SERVERS = ("pymap", *(["dovecot"] if shutil.which("dovecot") and os.geteuid() == 0 else []))

#: pymap would spend a fifth of a second on the password at each log-in, and the tests log in more than a hundred times.
QUICK_PYMAP = """
from functools import partial
from pymap import config
config.BuiltinHash = partial(config.BuiltinHash, rounds=1)
from pymap.main import main
main()
"""

DOVECOT = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
log_path = {home}/dovecot.log
ssl = required
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:{home}/mail
first_valid_uid = 0
mail_uid = {user}
mail_gid = nogroup
default_login_user = {user}
default_internal_user = {user}
default_internal_group = nogroup
passdb {{
  driver = static
  args = password={{plain}}{password}
}}
userdb {{
  driver = static
  args = uid={user} gid=nogroup home={home}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


def certificate(folder):
    """A certificate for this machine's own address, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HERE)]), datetime.now(UTC)  # noqa: TID251  a certificate is valid by the real clock
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - timedelta(1), now + timedelta(1))
    signed = made.add_extension(names, critical=False).add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    cert, secret = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(signed.sign(key, SHA256()).public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return cert, secret


def free_port():
    with socket.socket() as door:
        door.bind((HERE, 0))
        return door.getsockname()[1]


class Account:
    """The mailbox as its owner sees it, from a program of their own."""

    def __init__(self, port, cert):
        self.port, self.cert = port, cert

    @contextmanager
    def opened(self, folder="INBOX"):
        client = imaplib.IMAP4(HERE, self.port, timeout=SOON)
        client.starttls(ssl.create_default_context(cafile=self.cert))
        client.authenticate("PLAIN", lambda _said: f"\0{USER}\0{PASSWORD}".encode())
        if folder:
            client.select(encode_folder(folder))
        yield client
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()

    def arrives(self, raw, folder="INBOX"):
        with self.opened("") as client:
            assert client.append(encode_folder(folder), None, None, raw)[0] == "OK"

    def make(self, folder):
        with self.opened("") as client:
            assert client.create(encode_folder(folder))[0] == "OK"

    def rebuild(self, folder):
        """As after a restore: the folder has another UIDVALIDITY and the same messages, under other numbers."""
        with self.opened(folder) as client:
            raws = [client.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in client.search(None, "ALL")[1][0].split()]
        with self.opened("") as client:
            client.delete(encode_folder(folder))
        self.make(folder)
        for raw in raws:
            self.arrives(raw, folder)

    def subjects(self, folder="INBOX", wanted="ALL"):
        with self.opened(folder) as client:
            numbers = client.search(None, wanted)[1][0].split()
            heads = [client.fetch(number, "(BODY.PEEK[HEADER.FIELDS (SUBJECT)])")[1][0][1].decode() for number in numbers]
        return sorted(head.partition(":")[2].strip() for head in heads)


def command(kind, home, port, cert, key):
    if kind == "pymap":
        program = [
            sys.executable,
            "-c",
            QUICK_PYMAP,
            "--host",
            HERE,
            "--port",
            str(port),
            "--cert",
            cert,
            "--key",
            key,
        ]
        return [*program, "dict", "--demo-user", USER, "--demo-password", PASSWORD]
    config = home / "dovecot.conf"
    config.write_text(DOVECOT.format(home=home, cert=cert, key=key, port=port, password=PASSWORD, user="nobody"))
    (home / "run").mkdir()
    (home / "mail").mkdir()
    (home / "mail").chmod(0o777)
    return ["dovecot", "-F", "-c", str(config)]


@contextmanager
def imap_server(kind, home):
    """Start one; gives the mailbox."""
    cert, key = certificate(home)
    port = free_port()
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(command(kind, home, port, str(cert), str(key)), stdout=log, stderr=log, cwd=home)
    try:
        wait_for(port, process, home)
        yield Account(port, str(cert))
    finally:
        process.terminate()
        process.wait(SOON)


def wait_for(port, process, home):
    """Until it greets."""
    until = time.monotonic() + SOON
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection((HERE, port), timeout=SOON) as door:
            if door.recv(4).startswith(b"* OK"):
                return
    msg = f"The IMAP server did not begin: {(home / 'server.log').read_text()}"
    raise RuntimeError(msg)

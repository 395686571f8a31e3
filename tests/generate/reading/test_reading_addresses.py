"""Addresses: which are refused, and what comes of the others, against a server of our own."""

from __future__ import annotations

import http.server
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_maker import column, pdf_of

from quizapp.generate.reading.address import address_of, is_public, redirected
from quizapp.generate.reading.fetching import fetched
from quizapp.generate.reading.outcome import Cancelled, Limits, ReadingError
from quizapp.generate.reading.read import read_address

STORY = (
    "The council of the town met on Thursday and decided that the bridge would be closed for "
    "repairs until May, its chairman said after the meeting, which was long. "
)
PAGE = (
    "<!doctype html><html><head><title>Bridge closed</title></head><body><article>"
    f"<h1>Bridge closed</h1><p>{STORY}</p><p>{STORY.replace('town', 'village') * 3}</p>"
    "</article></body></html>"
)


@dataclass
class Site:
    """A server on a port of its own: what it answers at each path, and what it was asked."""

    base: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    tls: list[ssl.SSLContext] = field(default_factory=list)


def handler_for(site: Site) -> type[http.server.BaseHTTPRequestHandler]:
    """A handler that answers as the site says; a path it does not know is never answered."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            known = site.answers.get(self.path)
            if known is None:
                site.closing.wait()
                return
            status, headers, body = known
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's
            del format, args

    return Handler


class Server(http.server.ThreadingHTTPServer):
    """A server that does not mind a caller who went away."""

    block_on_close = True
    daemon_threads = False

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), handler_for(site))
        self._site = site

    def get_request(self) -> tuple[socket.socket, object]:
        """Speak TLS where the site does; hands are shaken in the thread of the request."""
        accepted, address = super().get_request()
        for context in self._site.tls:
            accepted = context.wrap_socket(
                accepted, server_side=True, do_handshake_on_connect=False
            )
        return accepted, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the test looks at what the caller was told."""
        del request, client_address


CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUCUBsG9m/3Y8n788YBW7z6UY5Y+swCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE2MDkwMFoYDzIxMjYxMDMx
MTYwOTAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR+7zLdTkHBIclUZoxhgiB3bcXTjfKeSLsDAF/W/mPD8O6qjcQV8RaA
RRoh5Ib1Uu9gHuPwBBn3VdZr2n+siMrio2kwZzAdBgNVHQ4EFgQUoeMZT/17PHwm
slq9Y6k2RVKAsGwwHwYDVR0jBBgwFoAUoeMZT/17PHwmslq9Y6k2RVKAsGwwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgeJvpFZX/RIJXmPF0yxPJFv8GlLIKfRJZWAtkuMMoaBYCIGYt3EgErMPi
2I/R9XAJA42xCRD+eOCLNy2iVfrc14wH
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWZp1UWzrU9+dnLa8
UGEQh1+DxPAwCc1xNsKgNDRzZamhRANCAAR+7zLdTkHBIclUZoxhgiB3bcXTjfKe
SLsDAF/W/mPD8O6qjcQV8RaARRoh5Ib1Uu9gHuPwBBn3VdZr2n+siMri
-----END PRIVATE KEY-----
"""
"""Self-signed, for the name "localhost"; its key guards nothing."""


@pytest.fixture
def secured(site: Site, tmp_path: Path) -> Path:
    """The site speaks TLS from now on; gives the file of its certificate."""
    path = tmp_path / "localhost.pem"
    path.write_text(CERTIFICATE, encoding="ascii")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    site.tls.append(context)
    site.base = site.base.replace("http://127.0.0.1", "https://localhost")
    site.answers["/a"] = (200, {"Content-Type": "text/plain"}, b"Words in secret")
    return path


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    told = Site()
    server = Server(told)
    told.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    told.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


def code_of(act: Callable[[], object]) -> str:
    """The reason why reading fails."""
    with pytest.raises(ReadingError) as raised:
        act()
    return raised.value.code


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("example.org/news", "https://example.org/news"),
        ("  HTTP://Example.ORG:80/a b?q=ü#part ", "http://example.org/a%20b?q=%C3%BC"),
        ("https://example.org:8443", "https://example.org:8443/"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2606:4700::1111]/x", "https://[2606:4700::1111]/x"),
        ("//example.org/x", "https://example.org/x"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
    ],
)
def test_address_is_read(written: str, url: str) -> None:
    """An address is taken as people type it, and written in one way."""
    assert address_of(written).url == url


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "address-form"),
        ("https://", "address-form"),
        ("http://a b/", "address-form"),
        ("https://example.org:99999/", "address-form"),
        ("https://example.org\\@127.0.0.1/", "address-form"),
        ("https://[::1", "address-form"),
        ("x" * 5000, "address-form"),
        ("file:///etc/passwd", "address-scheme"),
        ("ftp://example.org/a", "address-scheme"),
        ("javascript:alert()", "address-scheme"),
        ("data:text/html,a", "address-scheme"),
        ("https://user:word@example.org/", "address-password"),
        ("https://example.org@127.0.0.1/", "address-password"),
        ("http://localhost/", "address-private"),
        ("http://LOCALHOST./", "address-private"),
        ("http://a.localhost/", "address-private"),
        ("http://printer.local/", "address-private"),
        ("http://127.0.0.1/", "address-private"),
        ("http://10.1.2.3:8080/", "address-private"),
        ("http://169.254.169.254/latest", "address-private"),
        ("http://[::1]/", "address-private"),
        ("http://[::ffff:127.0.0.1]/", "address-private"),
        ("http://[fe80::1%25eth0]/", "address-private"),
        # Read by the resolver as 127.0.0.1, in the process that fetches.
        ("http://2130706433/", "address-private"),
        ("http://0x7f000001/", "address-private"),
        ("http://0177.0.0.1/", "address-private"),
        ("http://127.1/", "address-private"),
        ("http://0/", "address-private"),
    ],
)
def test_address_is_refused(written: str, code: str) -> None:
    """What is no web address, or leads to this machine or network, is refused before a request."""
    assert code_of(lambda: read_address(written)) == code


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("100.64.0.1", False),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),  # noqa: S104 - refused, not listened on
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
        ("::127.0.0.1", False),
        ("no number", False),
    ],
)
def test_public_numbers(number: str, public: bool) -> None:
    """Numbers of this machine and of private networks are known in every dress."""
    assert is_public(number) is public


def outcome(act: Callable[[], object]) -> str:
    """The reason why something is refused, or "" where it is not."""
    try:
        act()
    except ReadingError as error:
        return error.code
    return ""


@given(st.text(), st.text())
def test_any_words_are_an_address_or_refused(written: str, location: str) -> None:
    """No words make the reading of an address fail otherwise than in words."""
    code = outcome(lambda: address_of(written))
    assert code == "" or code.startswith("address-")
    if not code:
        address = address_of(written)
        assert address.url.isascii()
        assert address_of(address.url) == address
    base = address_of("https://example.org/a/b")
    code = outcome(lambda: redirected(base, location))
    assert code == "" or code.startswith("address-")


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("text/html; charset=utf-8", PAGE.encode(), "Bridge closed\n\nThe council"),
        ("text/plain", f"Bridge\n\n{STORY}".encode(), "Bridge\n\nThe council"),
        ("text/plain; charset=iso-8859-1", "Café é".encode("latin-1"), "Café é"),
        ("text/plain", PAGE.encode(), "Bridge closed\n\nThe council"),
        ("text/markdown", f"# *Bridge*\n\n{STORY}".encode(), "Bridge\n\nThe council"),
        ("application/pdf", pdf_of([column([STORY])]), "The council"),
    ],
)
def test_kinds(site: Site, kind: str, body: bytes, text: str) -> None:
    """Pages, text, Markdown and PDF are read, and the address is kept."""
    site.answers["/a"] = (200, {"Content-Type": kind}, body)
    article = read_address(f"{site.base}/a", allow_private=True).article
    assert article.text.startswith(text)
    assert article.url == f"{site.base}/a"


def test_redirects_are_followed(site: Site) -> None:
    """Five times it may be sent on, and the last address is the article's."""
    for n in range(5):
        site.answers[f"/{n}"] = (302, {"Location": f"/{n + 1}"}, b"")
    site.answers["/5"] = (200, {"Content-Type": "text/plain"}, b"Words at last")
    article = read_address(f"{site.base}/0", allow_private=True).article
    assert article.url == f"{site.base}/5"


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("/a", "address-redirects"),
        ("file:///etc/passwd", "address-scheme"),
        ("http://a:b@127.0.0.1/", "address-password"),
        ("http://[", "address-form"),
    ],
)
def test_redirects_are_checked(site: Site, location: str, code: str) -> None:
    """Going round in rings, or to what is no web address, is refused."""
    site.answers["/a"] = (301, {"Location": location}, b"")
    assert code_of(lambda: read_address(f"{site.base}/a", allow_private=True)) == code


def test_own_machine_is_not_asked(site: Site) -> None:
    """Without leave no request reaches this machine."""
    port = site.base.rpartition(":")[2]
    assert code_of(lambda: read_address(f"http://2130706433:{port}/a")) == "address-private"
    assert site.asked == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "address-gone"),
        (403, "address-refused"),
        (401, "address-refused"),
        (503, "address-broken"),
        (418, "address-status"),
        (204, "address-status"),
    ],
)
def test_statuses(site: Site, status: int, code: str) -> None:
    """What a server says instead of the page is told apart."""
    site.answers["/a"] = (status, {}, b"")
    assert code_of(lambda: read_address(f"{site.base}/a", allow_private=True)) == code


@pytest.mark.parametrize(
    ("headers", "size", "code"),
    [
        ({"Content-Type": "text/plain", "Content-Length": "99999999"}, 0, "address-large"),
        ({"Content-Type": "text/plain"}, 5000, "address-large"),
        ({"Content-Type": "image/png"}, 10, "address-kind"),
        ({"Content-Type": "text/plain", "Content-Encoding": "gzip"}, 10, "address-unreachable"),
    ],
)
def test_bodies(site: Site, headers: dict[str, str], size: int, code: str) -> None:
    """What is too large, no text or broken is refused."""
    site.answers["/a"] = (200, headers, b"w" * size)
    limits = Limits(page=1000)
    assert code_of(lambda: read_address(f"{site.base}/a", allow_private=True, limits=limits)) == (
        code
    )


def test_slow_address(site: Site) -> None:
    """A server that never answers is given up, and it is said so."""
    limits = Limits(seconds=0.5)
    assert code_of(
        lambda: read_address(f"{site.base}/never", allow_private=True, limits=limits)
    ) == ("address-slow")


def test_called_off_while_waiting(site: Site) -> None:
    """Waiting for a server can be called off at once."""
    with pytest.raises(Cancelled):
        read_address(f"{site.base}/never", allow_private=True, cancelled=lambda: bool(site.asked))


def test_nobody_listens() -> None:
    """A port that nobody listens at is unreachable."""
    assert code_of(lambda: read_address("http://127.0.0.1:9/", allow_private=True)) == (
        "address-unreachable"
    )


def test_plain_server_at_https(site: Site) -> None:
    """A server that speaks no TLS is refused as not safe."""
    secure = site.base.replace("http:", "https:")
    assert code_of(lambda: read_address(f"{secure}/a", allow_private=True)) == "address-tls"


def test_trusted_certificate(site: Site, secured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that the system trusts, for the right name, is taken."""
    monkeypatch.setenv("SSL_CERT_FILE", str(secured))
    article = read_address(f"{site.base}/a", allow_private=True).article
    assert article.text == "Words in secret"


@pytest.mark.parametrize(("trusted", "host"), [(False, "localhost"), (True, "127.0.0.1")])
def test_certificates_are_checked(
    site: Site, secured: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool, host: str
) -> None:
    """A certificate that nobody vouches for, or of another name, is refused before a request."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(secured))
    url = f"{site.base.replace('localhost', host)}/a"
    assert code_of(lambda: read_address(url, allow_private=True)) == "address-tls"
    assert site.asked == []


def resolve_to(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> list[object]:
    """Let every name resolve to these numbers; gives the list of where is connected to."""
    connected: list[object] = []

    def numbers_of(_host: str, port: int, **_named: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    def connect(place: object, *_rest: object) -> socket.socket:
        connected.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", numbers_of)
    monkeypatch.setattr(socket, "create_connection", connect)
    return connected


def test_one_private_number_refuses_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to a public and a private number is not asked at all."""
    connected = resolve_to(monkeypatch, "93.184.216.34", "10.0.0.1")
    assert code_of(lambda: fetched("http://example.org/", limits=Limits())) == "address-private"
    assert connected == []


def test_connection_is_made_to_the_checked_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is not resolved a second time, when it could lead elsewhere."""
    connected = resolve_to(monkeypatch, "93.184.216.34")
    code = code_of(lambda: fetched("http://example.org/", limits=Limits()))
    assert code == "address-unreachable"
    assert connected == [("93.184.216.34", 80)]


def test_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that does not resolve is said to be unknown."""

    def fail(*_given: object, **_named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert code_of(lambda: fetched("http://example.org/", limits=Limits())) == "address-unknown"

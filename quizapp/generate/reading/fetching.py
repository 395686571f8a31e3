"""A page is fetched: a few redirects, a bounded size, and only from machines that are allowed.

Each name is resolved once and the connection made to the very number that was checked, so a name
that resolves otherwise a moment later leads nowhere else.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from dataclasses import dataclass

from quizapp.generate.reading.address import Address, address_of, is_public, redirected
from quizapp.generate.reading.outcome import Limits, ReadingError, Reason

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Quizapp; reads one article for a teacher)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, identity;q=0.5",
    "Connection": "close",
}
_PIECE = 65536
_ELSEWHERE = frozenset((301, 302, 303, 307, 308))
_REFUSED = frozenset((401, 402, 403, 407, 429, 451))
_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        data: the bytes, unpacked.
        kind: "html", "plain", "markdown", "pdf", or "" where the server does not say.
        charset: as the server names it, or "".
        url: where it was found in the end.
    """

    data: bytes
    kind: str
    charset: str
    url: str


class _Pinned(http.client.HTTPConnection):
    """A connection to checked numbers; TLS is held against the name."""

    def __init__(
        self, address: Address, numbers: list[str], context: ssl.SSLContext | None, seconds: float
    ) -> None:
        super().__init__(address.host, address.port, timeout=seconds)
        self._numbers = numbers
        self._context = context
        self._name = address.host

    def connect(self) -> None:
        """Connect to the first number that answers."""
        failure: OSError = OSError("no number to connect to")
        for number in self._numbers:
            try:
                self.sock = socket.create_connection((number, self.port), self.timeout)
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        if self._context is not None:
            self.sock = self._context.wrap_socket(
                self.sock, server_hostname=self._name.rstrip(".")
            )


def fetched(written: str, *, allow_private: bool = False, limits: Limits) -> Fetched:
    """Get what stands at an address.

    Args:
        written: the address as typed.
        allow_private: go to this machine and the own network too.
        limits: its `seconds` hold for each wait; whoever runs this holds the whole.

    Raises:
        ReadingError: the address is refused, or nothing usable comes.
    """
    address = address_of(written, allow_private=allow_private)
    for _ in range(limits.redirects + 1):
        try:
            found = _once(address, limits, allow_private=allow_private)
        except TimeoutError:
            raise ReadingError(Reason.ADDRESS_SLOW, host=address.host) from None
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or ""
            raise ReadingError(Reason.ADDRESS_TLS, host=address.host, reason=str(reason)) from None
        except (OSError, http.client.HTTPException):
            raise ReadingError(Reason.ADDRESS_UNREACHABLE, host=address.host) from None
        if isinstance(found, Fetched):
            return found
        address = redirected(address, found, allow_private=allow_private)
    raise ReadingError(Reason.ADDRESS_REDIRECTS, most=str(limits.redirects))


def _once(address: Address, limits: Limits, *, allow_private: bool) -> Fetched | str:
    """One request: the page, or the address it sends on to."""
    numbers = _numbers(address, allow_private=allow_private)
    # It trusts what the system trusts, and a file named by SSL_CERT_FILE.
    context = ssl.create_default_context() if address.secure else None
    connection = _Pinned(address, numbers, context, limits.seconds)
    try:
        connection.request("GET", address.target, headers=_HEADERS)
        answer = connection.getresponse()
        elsewhere = answer.getheader("Location")
        if answer.status in _ELSEWHERE and elsewhere:
            return elsewhere
        _check_status(answer.status, address)
        kind, charset = _kind(answer)
        data = _body(answer, limits.page)
    finally:
        connection.close()
    return Fetched(data, kind, charset, address.url)


def _numbers(address: Address, *, allow_private: bool) -> list[str]:
    """The numbers of a host, each of them checked.

    Raises:
        ReadingError: the host is unknown, or one of its numbers is private.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise ReadingError(Reason.ADDRESS_UNKNOWN, host=address.host) from None
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(is_public(number) for number in numbers):
        raise ReadingError(Reason.ADDRESS_PRIVATE, host=address.host)
    return numbers


def _check_status(status: int, address: Address) -> None:
    if status == 200:
        return
    facts = {"host": address.host, "status": str(status)}
    if status in {404, 410}:
        raise ReadingError(Reason.ADDRESS_GONE, **facts)
    if status in _REFUSED:
        raise ReadingError(Reason.ADDRESS_REFUSED, **facts)
    if status >= 500:
        raise ReadingError(Reason.ADDRESS_BROKEN, **facts)
    raise ReadingError(Reason.ADDRESS_STATUS, **facts)


def _kind(answer: http.client.HTTPResponse) -> tuple[str, str]:
    """What the server says it sends, and in which encoding.

    Raises:
        ReadingError: it is nothing that can be read.
    """
    if answer.getheader("Content-Type") is None:
        return "", ""
    told = answer.headers.get_content_type()
    if told not in _KINDS and told != "application/octet-stream":
        raise ReadingError(Reason.ADDRESS_KIND, kind=told[:60])
    return _KINDS.get(told, ""), answer.headers.get_content_charset() or ""


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The bytes, unpacked; never more than `most` of them.

    Raises:
        ReadingError: there are more.
    """
    if (answer.length or 0) > most:
        raise ReadingError(Reason.ADDRESS_LARGE, most=str(most // (1024 * 1024)))
    packed = (answer.getheader("Content-Encoding") or "").lower() in {"gzip", "x-gzip", "deflate"}
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    data = bytearray()
    while piece := answer.read(_PIECE):
        try:
            data += unpack.decompress(piece, most + 1) if unpack else piece
        except zlib.error:
            raise http.client.HTTPException from None
        if len(data) > most or (unpack and unpack.unconsumed_tail):
            raise ReadingError(Reason.ADDRESS_LARGE, most=str(most // (1024 * 1024)))
    return bytes(data)

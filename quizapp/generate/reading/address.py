"""An address as somebody types it, and which machines one may lead to."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from quizapp.generate.reading.outcome import ReadingError, Reason

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]{0,252}[a-z0-9])?\.?")
_OWN_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_LONGEST = 4000
_KEPT = "/?#[]@!$&'()*+,;=:%~-._"
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """A checked web address.

    Attributes:
        secure: https, not http.
        host: its name in ASCII, or its number, without brackets.
        port: 443 or 80 where none is told.
        target: path and query, as a request names them.
        url: the whole, without a fragment.
    """

    secure: bool
    host: str
    port: int
    target: str
    url: str


def address_of(written: str, *, allow_private: bool = False) -> Address:
    """Read an address; "example.org/news" is taken for https.

    Args:
        written: as typed or pasted.
        allow_private: take names of this machine and of the own network too.

    Raises:
        ReadingError: it is none, is not http or https, carries a password, or is a private name.
    """
    text = re.sub(r"[\t\r\n]", "", written).strip()
    if not text or len(text) > _LONGEST or re.search(r"[\x00-\x1f\x7f\\]", text):
        raise ReadingError(Reason.ADDRESS_FORM, address=text[:80])
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        raise ReadingError(Reason.ADDRESS_SCHEME, scheme=scheme[1].lower())
    if not scheme:
        text = f"https://{text.lstrip('/')}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ReadingError(Reason.ADDRESS_FORM, address=text[:80]) from None
    if "@" in parts.netloc:
        raise ReadingError(Reason.ADDRESS_PASSWORD)
    host = _host(host, text)
    if not allow_private and _is_own_name(host):
        raise ReadingError(Reason.ADDRESS_PRIVATE, host=host)
    secure = parts.scheme.lower() == "https"
    usual = 443 if secure else 80
    target = quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        target += "?" + quote(parts.query, safe=_KEPT)
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in {None, usual} else f"{shown}:{port}"
    url = f"{'https' if secure else 'http'}://{place}{target}"
    return Address(secure, host, usual if port is None else port, target, url)


def redirected(address: Address, location: str, *, allow_private: bool = False) -> Address:
    """Where an answer sends on to.

    Raises:
        ReadingError: as `address_of`.
    """
    try:
        joined = urljoin(address.url, location.strip())
    except ValueError:
        raise ReadingError(Reason.ADDRESS_FORM, address=location[:80]) from None
    return address_of(joined, allow_private=allow_private)


def is_public(number: str) -> bool:
    """Whether an IP number, as a resolver gives it, is of the open internet.

    Numbers that carry another one in them (mapped, 6to4, Teredo, NAT64) are as that one is.
    """
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        if address in _NAT64 or address in _COMPATIBLE:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _host(name: str, text: str) -> str:
    """A host in ASCII."""
    try:
        return str(ipaddress.IPv6Address(name.partition("%")[0]))
    except ValueError:
        pass
    try:
        ascii_name = name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_name = ""
    if not _HOST.fullmatch(ascii_name):
        raise ReadingError(Reason.ADDRESS_FORM, address=text[:80])
    return ascii_name


def _is_own_name(host: str) -> bool:
    name = host.rstrip(".")
    try:
        return not is_public(str(ipaddress.ip_address(name)))
    except ValueError:
        return name == "localhost" or name.endswith(_OWN_NAMES)

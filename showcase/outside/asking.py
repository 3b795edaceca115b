"""Hosts are asked for addresses: one request at a time for each host, with pauses, patience and bounds."""

import asyncio
import ipaddress
import socket
import ssl
from asyncio import sleep
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from showcase.codes import _
from showcase.outside.answers import ALIVE, DEAD, MOVED, UNREACHABLE, UNSURE, Answer

STATUS = _("the host answers {detail}")
LOOPS = _("it leads round in a circle")
TOO_LONG = _("it does not answer within {detail} seconds")
NO_HOST = _("there is no such host, or it does not answer")
BAD_TLS = _("its certificate is not valid")
PRIVATE = _("it lies in a private network")
STRANGE = _("it does not speak HTTP")
GONE = (404, 410)
FOREVER = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
# What hosts say to HEAD, or to programs, although the page is there for a GET.
ASK_AGAIN = (400, 403, 404, 405, 406, 410, 429, 500, 501, 502, 503, 504)
WAIT = (429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked: who asks, pauses and time limits in seconds, how often, how many hosts at once."""

    agent: str
    pause: float = 1.0
    timeout: float = 15.0
    attempts: int = 3
    backoff: float = 2.0
    longest_wait: float = 30.0
    hosts: int = 8
    hops: int = 10
    may_be_private: bool = False


Told = Callable[[str, Answer], None]


def asked(urls: Iterable[str], manners: Manners, told: Told) -> None:
    """Ask for every address, and tell each answer as it comes."""
    asyncio.run(_all(tuple(urls), manners, told))


async def _all(urls: tuple[str, ...], manners: Manners, told: Told) -> None:
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc.lower()].append(url)
    room = asyncio.Semaphore(manners.hosts)
    limits = httpx.Limits(max_connections=manners.hosts, max_keepalive_connections=manners.hosts)
    headers = {"User-Agent": manners.agent, "Accept": "text/html,*/*;q=0.8"}
    async with httpx.AsyncClient(headers=headers, timeout=manners.timeout, limits=limits) as client:
        hosts = [_host(client, own, manners, told, room) for own in by_host.values()]
        await asyncio.gather(*hosts)


async def _host(
    client: httpx.AsyncClient, urls: list[str], manners: Manners, told: Told, room: asyncio.Semaphore
) -> None:
    """Ask one host for its addresses, one after the other. One that cannot be reached is not asked for the others."""
    async with room:
        for number, url in enumerate(urls):
            if number:
                await sleep(manners.pause)
            answer = await _patiently(client, url, manners)
            told(url, answer)
            if answer.state == UNREACHABLE:
                for other in urls[number + 1 :]:
                    told(other, answer)
                return


async def _patiently(client: httpx.AsyncClient, url: str, manners: Manners) -> Answer:
    """The answer, once the host has had several chances to give a better one."""
    answer = Answer(UNSURE)
    for attempt in range(manners.attempts):
        answer, wait = await _once(client, url, manners)
        if answer.state != UNSURE or wait is None or attempt == manners.attempts - 1:
            break
        await sleep(min(max(wait, manners.backoff * 2**attempt), manners.longest_wait))
    return answer


async def _once(client: httpx.AsyncClient, url: str, manners: Manners) -> tuple[Answer, float | None]:
    """The answer to one question, and how long to wait before the next where that may help."""
    try:
        return await _followed(client, url, manners)
    except httpx.TimeoutException:
        return Answer(UNSURE, _filled(TOO_LONG, f"{manners.timeout:g}")), 0.0
    except httpx.ConnectError as error:
        if _has_cause(error, ssl.SSLError):
            return Answer(DEAD, BAD_TLS), None
        return Answer(UNREACHABLE, NO_HOST), None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
        return Answer(UNSURE, STRANGE), 0.0


async def _followed(client: httpx.AsyncClient, url: str, manners: Manners) -> tuple[Answer, float | None]:
    """The answer at the end of all redirects."""
    here, is_moved = url, True
    for hop in range(manners.hops):
        if not manners.may_be_private and await _is_private(urlsplit(here).hostname or ""):
            return Answer(DEAD, PRIVATE), None
        response = await _asked_twice(client, here)
        target = response.headers.get("location", "")
        if response.status_code not in REDIRECTS or not target:
            return _judged(response, here if hop and is_moved else "")
        is_moved = is_moved and response.status_code in FOREVER
        here = urljoin(here, target)
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer(DEAD, STRANGE), None
    return Answer(DEAD, LOOPS), None


async def _asked_twice(client: httpx.AsyncClient, url: str) -> httpx.Response:
    """The answer to HEAD, or to GET where HEAD is not understood; the page itself is not read."""
    response = await client.head(url)
    if response.status_code not in ASK_AGAIN:
        return response
    async with client.stream("GET", url) as again:
        return again


def _judged(response: httpx.Response, target: str) -> tuple[Answer, float | None]:
    """What a status says of a page; `target` is where it has moved for good."""
    status = response.status_code
    if status < 400:
        return Answer(MOVED, target) if target else Answer(ALIVE), None
    detail = _filled(STATUS, str(status))
    if status in GONE:
        return Answer(DEAD, detail), None
    after = response.headers.get("retry-after", "")
    return Answer(UNSURE, detail), (float(after) if after.isdecimal() else 0.0) if status in WAIT else None


async def _is_private(host: str) -> bool:
    """Whether the host lies in this machine or its network: texts must not make the program knock there."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False  # a host without an address cannot be reached either
    return any(not ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


def _has_cause(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether an error was caused by one of that kind, however deep."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, kind) or (kind is ssl.SSLError and "SSL" in str(inner)):
            return True
        inner = inner.__cause__ or inner.__context__
    return False


def _filled(message: str, detail: str) -> str:
    """The message with its detail behind a bar, so that it can be said in any language later."""
    return f"{message}|{detail}"

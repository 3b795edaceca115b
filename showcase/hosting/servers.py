"""The headers and the old addresses become the settings of web servers that one runs oneself: nginx and Caddy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.hosting.headers import FINGERPRINTED, OPEN, Headers, Rules
from showcase.hosting.media_types import BY_ENDING, BY_NAME, ENCODINGS, HTML

# What lies in the folder and is nobody's to see. `.well-known` is.
HIDDEN = ("/_headers", "/_redirects", "/CNAME", "/.nojekyll")
PUBLISHER = "/.publish/"
# Below these lie files, and no pages.
FILES_ALONE = (*FINGERPRINTED, OPEN)


@dataclass(frozen=True, slots=True)
class Server:
    """What a web server is told: headers, old addresses with the new ones, languages, the twins it sends."""

    rules: Rules
    moves: tuple[tuple[str, str], ...]
    locales: tuple[str, ...]
    twins: tuple[str, ...]


def nginx(server: Server) -> str:
    """Lines for the `server` block of nginx that has the site's folder as its `root`."""
    return "\n".join((NGINX_HEAD, *_nginx_lines(server), ""))


NGINX_HEAD = """\
# The site's part of an nginx server; made by: python build.py hosting nginx
# Include it where the server's names, certificate and folder stand:
#   server {
#       listen 443 ssl;
#       server_name showcase.example;
#       root /srv/www/showcase;
#       include /etc/nginx/showcase.conf;
#   }
index index.html;
autoindex off;
absolute_redirect off;
server_tokens off;
etag on;
gzip off;
gzip_vary on;"""


def _nginx_lines(server: Server) -> Iterator[str]:
    rules = server.rules
    yield from (f"{MODULES[each]}_static on;" for each in server.twins if each in MODULES)
    yield "types {"
    yield from (f'    "{type_}" {ending};' for ending, type_ in BY_ENDING.items())
    yield "}"
    yield 'default_type "application/octet-stream";'
    yield from _nginx_headers((*rules.everywhere, *rules.otherwise))
    yield "error_page 404 /404.html;"
    yield "error_page 403 =404 /404.html;"
    yield from _nginx_block("/", ("try_files $uri $uri/ =404;",))
    below = dict(rules.below)
    for start in dict.fromkeys((*below, *(f"/{locale}/" for locale in server.locales))):
        yield from _nginx_block(start, _nginx_below(server, start, below.get(start, ())))
    for name, type_ in BY_NAME.items():
        where = f"~ /{name.replace('.', '[.]')}$"
        yield from _nginx_block(where, ("types { }", f'default_type "{type_}";', "try_files $uri =404;"))
    yield from _nginx_block("~ /[.](?!well-known/)", ("return 404;",))
    for path in HIDDEN:
        yield from _nginx_block(f"= {path}", ("return 404;",))
    for old, new in server.moves:
        yield from _nginx_block(f"= {old}", (f"return 301 {new};",))


def _nginx_below(server: Server, start: str, headers: Headers) -> Iterator[str]:
    """The lines for paths that begin so. Where headers are added, nginx forgets those of the server."""
    if start.strip("/") in server.locales:
        yield from (f"error_page {status} {start}404.html;" for status in ("404", "403 =404"))
    yield "try_files $uri =404;" if start in FILES_ALONE else "try_files $uri $uri/ =404;"
    if headers:
        yield from _nginx_headers((*server.rules.everywhere, *headers))


MODULES = {"br": "brotli", "gz": "gzip"}


def _nginx_headers(headers: Headers) -> Iterator[str]:
    """With `always`, so that the pages for what is not found carry them too."""
    yield from (f'add_header {name} "{value}" always;' for name, value in headers)


def _nginx_block(where: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"location {where} {{"
    yield from (f"    {line}" for line in lines)
    yield "}"


def caddy(server: Server) -> str:
    """A snippet for a Caddyfile, to be imported into the site's block after its `root`."""
    return "\n".join((CADDY_HEAD, *(f"\t{line}" if line else "" for line in _caddy_lines(server)), "}", ""))


CADDY_HEAD = """\
# The site's part of a Caddyfile; made by: python build.py hosting caddy
#   import /etc/caddy/showcase.caddy
#   showcase.example {
#       root * /srv/www/showcase
#       import showcase
#   }
(showcase) {"""


def _caddy_lines(server: Server) -> Iterator[str]:
    rules = server.rules
    yield from _caddy_headers("", rules.everywhere)
    for number, (start, headers) in enumerate(rules.below):
        yield f"@below{number} path {start}*"
        yield from _caddy_headers(f"@below{number} ", headers)
    yield f"@otherwise not path {' '.join(f'{start}*' for start, _ in rules.below)}"
    yield from _caddy_headers("@otherwise ", rules.otherwise)
    yield from _caddy_types()
    yield f"@hidden path {' '.join(HIDDEN)} {PUBLISHER}*"
    yield "error @hidden 404"
    yield from (f"redir {old} {new} permanent" for old, new in server.moves)
    yield from _caddy_files(server.twins)
    yield "handle_errors {"
    yield from (f"\t{line}" for line in _caddy_lost(server))
    yield "}"


def _caddy_headers(matcher: str, headers: Headers) -> Iterator[str]:
    yield from (f'header {matcher}{name} "{value}"' for name, value in headers)


def _caddy_types() -> Iterator[str]:
    """Caddy asks the machine for types, and machines differ. A name stands before an ending."""
    for number, (ending, type_) in enumerate(BY_ENDING.items()):
        names = "".join(f" */{name}" for name in BY_NAME if name.endswith(f".{ending}"))
        yield f"@ending{number} {{"
        yield f"\tpath *.{ending}"
        yield from (f"\tnot path{each}" for each in (names,) if each)
        yield "}"
        yield f'header @ending{number} Content-Type "{type_}"'
    for number, (name, type_) in enumerate(BY_NAME.items()):
        yield f"@name{number} path */{name}"
        yield f'header @name{number} Content-Type "{type_}"'


def _caddy_files(twins: Iterable[str]) -> Iterator[str]:
    formats = " ".join(ENCODINGS[each] for each in twins)
    yield "file_server {"
    yield from (f"\tprecompressed {each}" for each in (formats,) if each)
    yield "}"


def _caddy_lost(server: Server) -> Iterator[str]:
    """The page of the language; the headers anew, for an error begins without those of the answer."""
    rules = server.rules
    yield from _caddy_headers("", (*rules.everywhere, *rules.otherwise, ("Content-Type", HTML)))
    for locale in server.locales:
        yield f"@lost-{locale} path /{locale}/*"
        yield f"rewrite @lost-{locale} /{locale}/404.html"
    yield f"@lost not path {' '.join(f'/{locale}/*' for locale in server.locales)}"
    yield "rewrite @lost /404.html"
    yield "file_server"

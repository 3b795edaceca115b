"""/admin/ on this machine: the editor's forms over the content folder itself, without an account."""

import json
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from showcase.authoring.words import words_in
from showcase.codes import _
from showcase.editing.folder import EntryFile, Folder, NoEntryFileError, entry_file
from showcase.editing.titles import titles
from showcase.forms.config import payload
from showcase.forms.page import own_files, page
from showcase.forms.publication import NEEDS_SCRIPT, TITLE
from showcase.hosting.admin_policy import admin_policy
from showcase.hosting.media_types import HTML, media_type
from showcase.problems import ContentError
from showcase.reading.configuration import read_settings
from showcase.reporting.sentences import said
from showcase.reporting.words import LANGUAGES, Say
from showcase.serving.app import Room

ADMIN = "/admin"
FOLDER = f"{ADMIN}/folder"
LOCAL = {"backend": {"name": "test-repo"}}
NO_SUCH_FILE = _("no file of an entry can stand there: {path}")
HOW = _("The forms for this folder are opened with this command:")
CLOSED = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<p>{how}</p>
<pre>python build.py serve --admin --open</pre>
</body>
</html>
"""
TOO_LARGE = _("the file is too large: {limit} bytes are the most")


def admin_room(root: Path, say: Say) -> Room:
    """The editor, its configuration in each language as the project is now, and the folder in which it works."""
    keeper = Keeper(root, say)
    routes = [
        Route("/", keeper.start, methods=["GET"]),
        Route("/{language}.json", keeper.configuration, methods=["GET"]),
        Route("/folder/", keeper.listing, methods=["GET"]),
        Route("/folder/{path:path}", keeper.file, methods=["GET", "PUT", "DELETE"]),
        Route("/{path:path}", own_file, methods=["GET"]),
    ]
    return Room(ADMIN, routes, admin_policy())


def closed_room(language: str, say: Say) -> Room:
    """Where the forms would be: how to open them. Those of the published site work at its own address alone."""
    page = CLOSED.format(language=language, title=escape(say(TITLE)), how=escape(say(HOW))).encode()

    async def answer(request: Request) -> Response:  # noqa: ARG001 - every answer is given the request
        return Response(page, HTTPStatus.NOT_FOUND, media_type=HTML)

    return Room(ADMIN, [Route("/{path:path}", answer, methods=["GET"])])


async def own_file(request: Request) -> Response:
    """A file of the editor itself."""
    path = request.path_params["path"]
    data = own_files().get(path)
    return Response(status_code=HTTPStatus.NOT_FOUND) if data is None else Response(data, media_type=media_type(path))


@dataclass(frozen=True, slots=True)
class Keeper:
    """Answers for the content of a project, in the words of its editor. What it does to files, it does in a thread."""

    root: Path
    say: Say

    def folder(self) -> Folder:
        """The folder under the settings of this moment."""
        return Folder(self.root, read_settings(self.root))

    async def start(self, request: Request) -> Response:  # noqa: ARG002 - every answer is given the request
        """The page that starts the editor."""
        data = page(self.say(TITLE), LANGUAGES, self.say(NEEDS_SCRIPT), FOLDER)
        return Response(data, media_type=media_type("index.html"))

    async def configuration(self, request: Request) -> Response:
        """The configuration with the entries of this moment."""
        language = request.path_params["language"]
        if language not in LANGUAGES:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return await run_in_threadpool(self._configuration, language)

    async def listing(self, request: Request) -> Response:  # noqa: ARG002
        """Every file of an entry, the texts with what they say."""
        return await run_in_threadpool(self._listing)

    async def file(self, request: Request) -> Response:
        """A file of an entry: read, written or removed."""
        try:
            file = entry_file(request.path_params["path"], self.folder().settings)
            data = await limited(request, file.limit)
        except NoEntryFileError as error:
            return refusal(self.say(NO_SUCH_FILE).replace("{path}", str(error)), HTTPStatus.FORBIDDEN)
        if data is None:
            message = self.say(TOO_LARGE).replace("{limit}", str(file.limit))
            return refusal(message, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return await run_in_threadpool(self._file, request.method, file, data)

    def _configuration(self, language: str) -> Response:
        folder = self.folder()
        made = payload(folder.settings, words_in(language, self.root), titles(folder, language), LOCAL, aligned=True)
        return Response(json.dumps(made, ensure_ascii=False), media_type="application/json")

    def _listing(self) -> Response:
        folder = self.folder()
        found = {
            file.path: {"size": stat.st_size, "modified": stat.st_mtime_ns // 1_000_000}
            | ({"text": folder.shown(file).decode(errors="replace")} if file.locale else {})
            for file, stat in folder.files()
        }
        return Response(json.dumps(found, ensure_ascii=False), media_type="application/json")

    def _file(self, method: str, file: EntryFile, data: bytes) -> Response:
        folder = self.folder()
        try:
            if method == "DELETE":
                folder.remove(file)
                return Response(status_code=HTTPStatus.NO_CONTENT)
            found = folder.save(file, data) if method == "PUT" else folder.shown(file)
        except FileNotFoundError:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        except NoEntryFileError as error:
            return refusal(self.say(NO_SUCH_FILE).replace("{path}", str(error)), HTTPStatus.FORBIDDEN)
        except (ContentError, UnicodeDecodeError) as error:
            return refusal(told(error, self.say), HTTPStatus.UNPROCESSABLE_ENTITY)
        return Response(found, media_type=media_type(file.name))


async def limited(request: Request, limit: int) -> bytes | None:
    """The body of the request; nothing where it is longer than the limit, of which no more is read."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > limit:
            return None
    return bytes(data)


def told(error: ContentError | UnicodeDecodeError, say: Say) -> str:
    """What is wrong with a file that cannot be saved, in a line each."""
    if isinstance(error, UnicodeDecodeError):
        return str(error)
    words = [said(problem, say) for problem in error.problems]
    return "\n".join(f"{each.message}: {each.hint}" for each in words)


def refusal(message: str, status: HTTPStatus) -> Response:
    """A refusal with its reason."""
    return PlainTextResponse(f"{message}\n", status)

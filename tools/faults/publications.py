"""Publications to a folder, an rsync server and an S3-compatible server are killed at random moments."""

import contextlib
import io
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import obstore
from obstore.store import S3Store

from showcase.cli import main
from tools.faults.rows import Row

LINK = re.compile(rb'(?:href|src)="(/[^"#?]*)')
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}
RSYNC = """
use chroot = no
uid = {uid}
gid = {gid}
[site]
path = {public}
read only = no
"""
READY = """
import sys
from pathlib import Path
import obstore.store, showcase.commands.publish
from showcase.cli import main
print("ready", flush=True)
sys.exit(main(sys.argv[2:], Path(sys.argv[1]), {}))
"""
Public = Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Place:
    """A host: its name in the settings, and what visitors find there."""

    name: str
    public: Public


def publication_rows(origin: Path, text: Path, folder: Path, seed: int, count: int) -> Iterator[Row]:
    """A row for each kind of host."""
    releases = tuple(_release(origin, text, folder / str(number), number) for number in range(2))
    for kind in (_folder, _rsync, _bucket):
        with kind(folder) as place:
            yield killed(releases, place, random.Random(seed), count)  # noqa: S311 - moments, not secrets


def killed(releases: tuple[Path, ...], place: Place, chance: random.Random, count: int) -> Row:
    """`count` publications killed at any moment; then, in turn, the same command again or a rollback."""
    row = Row(f"kill -9 of publish, {place.name}")
    before, after = releases
    _run(before, place)
    begun = time.monotonic()
    _run(after, place)
    seconds, (before, after) = time.monotonic() - begun, (after, before)
    for trial in range(count):
        process = _begun(after, "publish", place.name)
        time.sleep(chance.uniform(0, seconds))
        process.kill()
        process.wait()
        row.trials += 1
        public, old, new = place.public(), _files(before), _files(after)
        row.old += old.items() <= public.items()
        row.new += new.items() <= public.items()
        row.wrong += [f"{place.name}: {each}" for each in missed(public, old)]
        is_stopped = b'"pending": {}' not in public.get(".publish/state.json", b"")
        back = trial % 2 == 1 and process.returncode != 0 and is_stopped
        code = _run(after, place, *(["--rollback"] if back else []))
        wanted = old if back else new
        if code == 0 and wanted.items() <= place.public().items():
            row.next += 1
        else:
            row.wrong.append(f"{place.name}: the next publication ended with {code}")
        before, after = (before, after) if back else (after, before)
    return row


def missed(public: Mapping[str, bytes], known: Mapping[str, bytes]) -> list[str]:
    """What a visitor misses who walks from the addresses of the release before."""
    waiting = [path for path in known if path in public and path.endswith(".html")]
    seen, found = set(waiting), []
    while waiting:
        path = waiting.pop()
        for link in LINK.findall(public[path]):
            target = f"{link.decode()}index.html"[1:] if link.endswith(b"/") else link.decode()[1:]
            if target not in public:
                found.append(f"{path} -> {target}")
            elif target.endswith(".html") and target not in seen:
                seen.add(target)
                waiting.append(target)
    return found


def _release(origin: Path, text: Path, root: Path, number: int) -> Path:
    """The project of a release: in the second an entry has another title, hence another address."""
    shutil.copytree(origin, root)
    settings = root / "site.yaml"
    port = "{port}"
    places = f"publish:\n  folder: {{to: ../public-folder}}\n  rsync: {{to: '{port}'}}\n  bucket: {{to: '{port}'}}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + places, encoding="utf-8")
    if number:
        words = (root / text).read_text(encoding="utf-8")
        (root / text).write_text(re.sub(r"(?m)^title: .*$", "title: Bàn khác", words, count=1), encoding="utf-8")
        style = root / "templates/assets/style.css"
        style.write_text(style.read_text(encoding="utf-8") + "\np { orphans: 3 }\n", encoding="utf-8")
    if code := _quietly_done(root, "build", "--release", "--date", "2026-11-20", "--jobs", "1"):
        raise SystemExit(f"the release could not be made: exit {code}")
    return root


def _tell(releases: tuple[Path, ...], old: str, new: str) -> None:
    for root in releases:
        settings = root / "site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _files(root: Path) -> dict[str, bytes]:
    site = root / "site"
    files = (path for path in site.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def _below(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _begun(root: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    """A process that has just begun with its work: everything is loaded."""
    command = [sys.executable, "-c", READY, str(root), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if process.stdout:
        process.stdout.readline()
    return process


def _quietly_done(root: Path, *arguments: str) -> int:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        return main(arguments, root, {"LANG": "en_GB.UTF-8"})


def _run(root: Path, place: Place, *arguments: str) -> int:
    return _quietly_done(root, "publish", place.name, *arguments)


@contextmanager
def _folder(folder: Path) -> Iterator[Place]:
    yield Place("folder", lambda: _below(folder / "public-folder"))


@contextmanager
def _rsync(folder: Path) -> Iterator[Place]:
    public, config, port = folder / "public-rsync", folder / "rsyncd.conf", _free_port()
    public.mkdir()
    config.write_text(RSYNC.format(uid=os.getuid(), gid=os.getgid(), public=public), encoding="utf-8")
    _tell(tuple(folder / str(number) for number in range(2)), "{port}", f"rsync://127.0.0.1:{port}/site")
    with _running(["rsync", "--daemon", "--no-detach", f"--port={port}", f"--config={config}"], port):
        yield Place("rsync", lambda: _below(public))


@contextmanager
def _bucket(folder: Path) -> Iterator[Place]:
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    releases = tuple(folder / str(number) for number in range(2))
    _tell(releases, "bucket: {to: '{port}'}", f"bucket: {{to: 's3://showcase/site', endpoint: '{address}'}}")
    os.environ.update(KEYS)
    with _running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port):
        line = HTTPConnection("127.0.0.1", port, timeout=30)
        signed = {"Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request"}
        line.request("PUT", "/showcase", headers=signed)
        line.getresponse().read()
        store = S3Store("showcase", prefix="site", endpoint=address, client_options={"allow_http": True})
        yield Place("bucket", lambda: _objects(store))


def _objects(store: S3Store) -> dict[str, bytes]:
    listed = obstore.list(store).collect()
    return {each["path"]: bytes(obstore.get(store, each["path"]).bytes()) for each in listed}


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    """A server that answers at the port, and its end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        yield
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])

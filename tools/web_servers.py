"""Real web servers with the shipped settings, on a port of this machine."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.servers import MODULE, program

NGINX = """
daemon off;
{user}
worker_processes 2;
pid {home}/pid;
error_log {home}/error.log;
load_module {module};
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {home}/showcase.conf;
    }}
}}
"""
CADDY = """
{{
    admin off
    auto_https off
}}
import {home}/showcase.conf
http://127.0.0.1:{port} {{
    root * {site}
    import showcase
}}
"""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def serving(server: str, settings: str, site: Path, home: Path) -> Iterator[int]:
    """The port on which the server shows the site under these settings."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "showcase.conf").write_text(settings, encoding="utf-8")
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    text = (NGINX if server == "nginx" else CADDY).format(home=home, port=port, site=site, user=user, module=MODULE)
    (home / "config").write_text(text, encoding="utf-8")
    path = program(server)
    if path is None:
        raise FileNotFoundError(f"{server} is missing; python -m tools.servers installs it")
    command = {
        "nginx": [path, "-e", f"{home}/error.log", "-p", str(home), "-c", str(home / "config")],
        "caddy": [path, "run", "--config", str(home / "config"), "--adapter", "caddyfile"],
    }[server]
    environ = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=log)
    try:
        _answering(process, port, home / "log")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _answering(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Wait until somebody answers at the port."""
    while process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                return
        except ConnectionRefusedError:
            continue
    raise AssertionError(log.read_text(encoding="utf-8"))

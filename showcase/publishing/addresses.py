"""The address of a target becomes a host: a folder, an rsync server or a bucket. A branch is no host of files."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from showcase.destinations import Target
from showcase.publishing.bucket import Bucket, HeadersOf
from showcase.publishing.folder import Folder
from showcase.publishing.hosts import Host
from showcase.publishing.rsync import Rsync

REMOTE_SHELL = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:.+")  # user@host:/folder
BRANCH = re.compile(r"git:(?P<remote>[^#]+)#(?P<branch>[A-Za-z0-9._/-]+)")


def branch_of(address: str) -> tuple[str, str] | None:
    """The remote and the branch of `git:origin#gh-pages`; none where the address is another one."""
    found = BRANCH.fullmatch(address)
    return (found["remote"], found["branch"]) if found else None


def sends_twins(target: Target) -> bool:
    """Whether the host sends compressed twins in the place of files: web servers with a folder do."""
    return not target.to.startswith(("s3:", "git:"))


def host_of(target: Target, root: Path, headers_of: HeadersOf) -> Host:
    """The host at the address of a target. A folder's path starts at the project."""
    if target.to.startswith("s3:"):
        return Bucket(target.to, headers_of, _store_options(target))
    if target.to.startswith("rsync:") or REMOTE_SHELL.fullmatch(target.to):
        return Rsync(target.to)
    return Folder(root / target.to.removeprefix("file://"))


def _store_options(target: Target) -> Mapping[str, Any]:
    """What the settings say of the store; who asks stands in the environment, never in the settings."""
    config = {"endpoint": target.endpoint, "region": target.region}
    stated = {name: value for name, value in config.items() if value}
    return {"config": stated, "client_options": {"allow_http": target.endpoint.startswith("http://127.0.0.1")}}

"""What site.yaml says of the git host into which the forms at /admin/ of the published site write."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from showcase.codes import WITHOUT_SCHEME
from showcase.kinds.model import FieldError, Model
from showcase.kinds.values import Flag


def _https(value: str) -> str:
    """An address on the web that nobody on the way can read along with, or none."""
    if value and not re.fullmatch(r"https://[^\s/?#@]+(/[^\s?#]*)?", value):
        raise FieldError("bad-settings", detail=WITHOUT_SCHEME)
    return value.rstrip("/")


Https = Annotated[str, AfterValidator(_https)]
# Where the hosts answer programs, and from where the pictures of their users come.
APIS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
FACES = {
    "github": ("https://avatars.githubusercontent.com",),
    "gitlab": ("https://gitlab.com", "https://secure.gravatar.com"),
    "gitea": ("https://gitea.com",),
}
REVIEWING = ("github", "gitlab")


class GitHost(Model):
    """The repository of the content, and how editors sign in to it."""

    backend: Literal["github", "gitlab", "gitea"] = Field(
        description="The kind of git host; Forgejo is gitea.", examples=["github"]
    )
    repo: str = Field(
        description="Owner and name of the repository.",
        examples=["example/showcase"],
        pattern=r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$",
    )
    branch: str = Field(
        default="main",
        description="The branch into which is written.",
        examples=["main"],
        pattern=r"^[A-Za-z0-9_][A-Za-z0-9_./-]*$",
    )
    base_url: Https = Field(
        default="",
        description="Where editors sign in; without it they sign in by an access token of their own.",
        examples=["https://sign-in.example.org"],
    )
    api_root: Https = Field(
        default="",
        description="Where the host answers programs, if it is a host of one's own.",
        examples=["https://git.example.org/api/v1"],
    )
    app_id: str = Field(
        default="",
        description="The id under which GitLab or Gitea knows these forms.",
        examples=["0a1b2c3d"],
        pattern=r"^[A-Za-z0-9_-]*$",
    )
    review: Flag = Field(
        default=False,
        description="true: what editors save waits as a request until somebody has read it (GitHub, GitLab).",
        examples=["true"],
    )

    @model_validator(mode="after")
    def _can_wait(self) -> "GitHost":
        if self.review and self.backend not in REVIEWING:
            raise FieldError("not-a-choice", field="admin.backend", value=self.backend, choices=", ".join(REVIEWING))
        return self

    @property
    def asked(self) -> tuple[str, ...]:
        """The hosts to which the forms speak."""
        own = (self.api_root or APIS[self.backend], self.base_url)
        return tuple(dict.fromkeys(_origin(each) for each in own if each))

    @property
    def faces(self) -> tuple[str, ...]:
        """The hosts from which the pictures of users come."""
        return (_origin(self.api_root),) if self.api_root else FACES[self.backend]


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"

"""What site.yaml says of the hosts: whom to tell of weaknesses, and under which name a host serves the site."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from showcase.codes import WITH_PASSWORD
from showcase.kinds.model import FieldError, Model
from showcase.kinds.values import Day

HOST = r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+)?$"


def _contact(value: str) -> str:
    """An address as RFC 9116 wants it: a web page (https only), an e-mail address or a telephone number."""
    if not re.fullmatch(r"(https://|mailto:|tel:)[^\s\x00-\x20]+", value):
        raise FieldError("bad-pattern", value=value, example="mailto:security@example.org")
    return value


Contact = Annotated[str, AfterValidator(_contact)]


def _without_secrets(value: str) -> str:
    """An address without a password: settings are public."""
    if re.search(r"://[^/@]*:[^/@]*@", value):
        raise FieldError("bad-settings", detail=WITH_PASSWORD)
    return value


class Target(Model):
    """A place to publish to."""

    to: Annotated[str, AfterValidator(_without_secrets)] = Field(
        description="Its address: a folder, rsync://…, user@host:/folder, git:remote#branch or s3://bucket/prefix.",
        examples=["s3://showcase/site"],
        min_length=1,
    )
    limits: Literal["", "github-pages", "cloudflare-pages", "cloudflare-pages-paid"] = Field(
        default="",
        description="The host whose limits are looked at before the first upload.",
        examples=["cloudflare-pages"],
    )
    endpoint: str = Field(
        default="", description="The address of the S3-compatible service.", examples=["https://s3.example.org"]
    )
    region: str = Field(default="", description="The region of the bucket.", examples=["ap-southeast-1"])


class Hosting(Model):
    """What hosts are told beside the pages."""

    cname: str = Field(
        default="",
        description="The host name that GitHub Pages is told in the file CNAME; empty: no such file.",
        examples=["showcase.example.org"],
        pattern=HOST,
    )
    compressed: tuple[Literal["br", "gz", "zst"], ...] = Field(
        default=("br", "gz"),
        description="The compressed twins that a release has beside its texts.",
        examples=[["br", "gz", "zst"]],
    )
    security_contacts: tuple[Contact, ...] = Field(
        default=(),
        description="Whom to tell of weaknesses, the preferred way first (RFC 9116); empty: no security.txt.",
        examples=[["mailto:security@example.org"]],
    )
    security_expires: Day | None = Field(
        default=None,
        description="The day from which the contacts are no longer to be trusted; at most a year ahead.",
        examples=["2027-06-30"],
    )
    security_policy: Contact | None = Field(
        default=None,
        description="Where it is said how weaknesses are dealt with.",
        examples=["https://example.org/security"],
    )

    @model_validator(mode="after")
    def _says_until_when(self) -> "Hosting":
        if self.security_contacts and self.security_expires is None:
            raise FieldError("missing-field", field="hosting.security_expires", description="")
        return self

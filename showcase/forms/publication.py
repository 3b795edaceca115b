"""The forms of the published site: the editor at /admin/, which writes into the repository that site.yaml names."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from showcase.authoring.words import words_in
from showcase.codes import _
from showcase.forms.config import payload
from showcase.forms.page import LOCAL_ONLY, own_files, page
from showcase.git_host import GitHost
from showcase.library.values import IndexRow
from showcase.pages.views import Artifact
from showcase.settings import Settings

FOLDER = "admin"
# The languages in which the fields are explained.
LANGUAGES = ("vi", "en")
TITLE = _("Forms for the content")
NEEDS_SCRIPT = _("The forms need JavaScript.")


def admin_artifacts(settings: Settings, rows: Iterable[IndexRow], root: Path) -> tuple[Artifact, ...]:
    """The files of the forms; none where the settings name no repository."""
    host = settings.admin
    if host is None:
        return ()
    files = {name: data for name, data in own_files().items() if name not in LOCAL_ONLY}
    for language in LANGUAGES:
        words, known = words_in(language, root), titles(rows, language)
        made = payload(settings, words, known, backend(host), aligned=False)
        files[f"{language}.json"] = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    first = words_in(LANGUAGES[0], root)
    files["index.html"] = page(first.say(TITLE), LANGUAGES, first.say(NEEDS_SCRIPT))
    return tuple(Artifact(f"{FOLDER}/{name}", data) for name, data in sorted(files.items()))


def titles(rows: Iterable[IndexRow], language: str) -> dict[str, str]:
    """The title of each entry by its key: the one in the language, else the one in another."""
    return {
        row.key: str((row.versions.get(language) or next(iter(row.versions.values()))).brief.title)
        for row in rows
        if row.versions
    }


def backend(host: GitHost) -> dict[str, Any]:
    """What Sveltia CMS is told of the host. Without a place to sign in, editors bring a token of their own."""
    told = {"name": host.backend, "repo": host.repo, "branch": host.branch}
    told |= {"base_url": host.base_url} if host.base_url else {}
    told |= {"api_root": host.api_root} if host.api_root else {}
    told |= {"app_id": host.app_id} if host.app_id else {}
    told |= {"auth_type": "pkce"} if host.app_id and host.backend == "gitlab" else {}
    can_sign_in = host.app_id if host.backend != "github" else host.base_url
    methods = {} if can_sign_in else {"auth_methods": ["token"]}
    review = {"publish_mode": "editorial_workflow"} if host.review else {}
    return {"backend": {**told, **methods}, **review}

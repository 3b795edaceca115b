"""The forms of the published site: the editor at /admin/, which writes into the repository that site.yaml names."""

import json
from pathlib import Path
from typing import Any

from showcase.authoring.words import words_in
from showcase.codes import _
from showcase.forms.config import payload
from showcase.forms.page import LOCAL_ONLY, own_files, page
from showcase.git_host import GitHost
from showcase.library.values import Library
from showcase.pages.views import Artifact

FOLDER = "admin"
# The languages in which the fields are explained.
LANGUAGES = ("vi", "en")
TITLE = _("Forms for the content")
NEEDS_SCRIPT = _("The forms need JavaScript.")


def admin_artifacts(library: Library, root: Path) -> tuple[Artifact, ...]:
    """The files of the forms; none where the settings name no repository."""
    host = library.settings.admin
    if host is None:
        return ()
    files = {name: data for name, data in own_files().items() if name not in LOCAL_ONLY}
    for language in LANGUAGES:
        words, known = words_in(language, root), titles(library, language)
        made = payload(library.settings, words, known, backend(host), aligned=False)
        files[f"{language}.json"] = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    first = words_in(LANGUAGES[0], root)
    files["index.html"] = page(first.say(TITLE), LANGUAGES, first.say(NEEDS_SCRIPT))
    return tuple(Artifact(f"{FOLDER}/{name}", data) for name, data in sorted(files.items()))


def titles(library: Library, language: str) -> dict[str, str]:
    """The title of each entry by its key: the one in the language, else the one in another."""
    found: dict[str, str] = {}
    for document in library.documents:
        title = document.texts.get("title")
        if title and (document.locale == language or document.key not in found):
            found[document.key] = str(title)
    return found


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

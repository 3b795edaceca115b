"""Turns the packages of `make cms` into the form editor that /admin/ serves: one script that calls no other host."""

import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from showcase.forms.config import ICONS

CMS = "@sveltia/cms"
TEXT_FACE = "@fontsource-variable/source-sans-3"
LOCALES = ("vi", "en-GB")  # American English is in the script itself
ICON_FONT = "material-symbols-outlined-latin-wght-normal.woff2"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
# What the script would fetch from other hosts, and where it finds the same here. Each stands there as often as it says.
ORIGINS = (
    (r"https://www\.githubstatus\.com/api/v2/status\.json", "/admin/npm/status.json", 1),
    (r"https://status-api\.hostedstatus\.com/1\.0/status/[0-9a-f]+", "/admin/npm/status.json", 1),
    (r"https://unpkg\.com/", "/admin/npm/", 4),
    (r"https://cdn\.jsdelivr\.net/fontsource/fonts/source-sans-3:vf@[\d.]+/", "/admin/fonts/source-sans-3-", 1),
    (r"https://cdn\.jsdelivr\.net/fontsource/fonts/noto-mono@[\d.]+/", "/admin/fonts/noto-mono-", 1),
    (
        r"https://cdn\.jsdelivr\.net/fontsource/fonts/material-symbols-outlined:vf@[\d.]+/",
        "/admin/fonts/material-symbols-outlined-",
        1,
    ),
)


def here(script: str) -> str:
    """The script with our own addresses in place of other hosts'; an error where it is not what we know."""
    for pattern, own, count in ORIGINS:
        script, found = re.subn(pattern, own, script)
        if found != count:
            raise SystemExit(f"{pattern} stands there {found} times, not {count}: read what has changed")
    return script


def icons(source: Path, script: str) -> TTFont:
    """The icons that the script and our forms can name, at the weight in which it shows them: a tenth of all."""
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": 400})
    names, letters = {*re.findall(r"[a-z][a-z0-9_]+", script), *ICONS.values()}, font.getBestCmap()
    signs = {glyph: chr(code) for code, glyph in letters.items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            for first, ligatures in list(getattr(table, "ligatures", {}).items()):
                kept = [
                    each
                    for each in ligatures
                    if "".join(signs.get(part, "?") for part in (first, *each.Component)) in names
                ]
                table.ligatures[first] = kept
                if not kept:
                    del table.ligatures[first]
    subsetter = Subsetter(Options(layout_features=["*"], hinting=False, notdef_outline=True))
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    return font


def make(packages: Path, target: Path) -> None:
    """Nothing, after every file, its licence and the list of digests stand in the folder."""
    cms, version = packages / CMS, json.loads((packages / CMS / "package.json").read_text())["version"]
    shutil.rmtree(target, ignore_errors=True)
    (target / "fonts").mkdir(parents=True)
    script = here((cms / "dist/sveltia-cms.js").read_text(encoding="utf-8"))
    script = script.replace("//# sourceMappingURL=sveltia-cms.js.map", "").rstrip() + "\n"
    (target / "sveltia-cms.js").write_text(script, encoding="utf-8")
    shutil.copyfile(cms / "LICENSE.txt", target / "sveltia-cms-LICENSE.txt")
    own = target / "npm" / CMS
    own.mkdir(parents=True)
    (own / "package.json").write_text(json.dumps({"name": CMS, "version": version}) + "\n")
    (target / "npm/status.json").write_text('{"status": {"indicator": "none"}}\n')
    locales = own.with_name(f"{own.name}@{version}") / "locales"
    locales.mkdir(parents=True)
    for locale in LOCALES:
        shutil.copyfile(cms / "locales" / f"{locale}.json", locales / f"{locale}.json")
    for subset in ("latin", "vietnamese"):
        name = f"source-sans-3-{subset}-wght-normal.woff2"
        shutil.copyfile(packages / TEXT_FACE / "files" / name, target / "fonts" / name)
    shutil.copyfile(
        next((cms / "npm/assets").glob("noto-mono-*.woff2")), target / "fonts/noto-mono-latin-400-normal.woff2"
    )
    found = next((cms / "npm/assets").glob("material-symbols-outlined-*.woff2"))
    icons(found, script).save(target / "fonts" / ICON_FONT)
    for licence in (cms / "npm/assets").glob("*.LICENSE.txt"):
        shutil.copyfile(licence, target / "fonts" / licence.name.replace(".LICENSE", "-LICENSE"))
    (target / "SHA256SUMS").write_text(sums(target))


def sums(folder: Path) -> str:
    """The digest of every file in the folder but this list, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in files
    )
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the folder node_modules with the packages")
    parser.add_argument("target", type=Path, help="the folder of the editor's files")
    arguments = parser.parse_args()
    make(arguments.packages, arguments.target)

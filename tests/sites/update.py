"""Writes what the small sites are expected to give: `python -m tests.sites.update`. Read the differences it makes."""

import shutil
import tempfile
from pathlib import Path

from tests.sites.preparations import PREPARATIONS
from tests.sites.projects import SITES, build, check, project, put, tree

NOT_KEPT = "data/schema/"  # long, and tested with the kinds


def prepared(root: Path, site: Path) -> Path:
    """The project of a site, with what cannot lie in a repository."""
    project(root, site)
    if site.name in PREPARATIONS:
        PREPARATIONS[site.name](root)
    return root


def update_broken(site: Path, root: Path) -> None:
    """Write what `check` says of a broken site, in English and, where there is such a file, in Vietnamese."""
    put(site, "expected.txt", check(root)[1])
    if (site / "expected.vi.txt").exists():
        put(site, "expected.vi.txt", check(root, language="vi")[1])


def update_good(site: Path, root: Path) -> None:
    """Write the files that a good site is made into."""
    put(site, "expected.txt", check(root)[1])
    assert build(root)[0] == 0
    shutil.rmtree(site / "expected", ignore_errors=True)
    made = tree(root / "site")
    put(site, "expected-files.txt", "".join(f"{path}\n" for path in made))
    for path, data in made.items():
        if not path.startswith(NOT_KEPT):
            put(site / "expected", path, data)


def main() -> None:
    """Bring all sites up to date."""
    for name, update in (("broken", update_broken), ("good", update_good)):
        for site in sorted(path for path in (SITES / name).iterdir() if path.is_dir()):
            with tempfile.TemporaryDirectory() as folder:
                update(site, prepared(Path(folder) / "project", site))


if __name__ == "__main__":
    main()

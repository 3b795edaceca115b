"""Feeds each reader of strangers' bytes with bytes that reach ever more of its code, until it fails or time is up.

`make fuzz` (Linux on x86-64). What is found stays in `tests/fuzz/corpus/`: the tests read it from then on.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests/fuzz/corpus"
LONGEST = 6144  # bytes of an example
SLOWEST = 30  # seconds that an example may take
MEMORY = 2048  # MiB
KEPT = 40  # examples of a target that one run adds to the repository at most
TOKENS = ROOT / "tests/fuzz/tokens.txt"


def fuzzed(name: str, seconds: int, folder: Path) -> int:
    """The exit code of the fuzzer for one target; examples go to the folder, what fails to the present one."""
    command = [
        *(sys.executable, "-m", "tools.fuzz", "--inside", name, str(folder), str(CORPUS / name)),
        *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}"),
        *(f"-dict={TOKENS}", "-print_final_stats=1", "-verbosity=1", f"-artifact_prefix={ROOT}/.cache/fuzz-{name}-"),
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def inside(name: str, arguments: list[str]) -> None:
    """Never comes back: libFuzzer ends the process."""
    import atheris  # noqa: PLC0415 - it is to be had on few machines

    with atheris.instrument_imports(include=["showcase", "markdown", "yaml", "babel", "html", "csv"]):
        from tests.fuzz.targets import TARGETS, tried  # noqa: PLC0415 - imports are what is instrumented

    target = TARGETS[name]
    atheris.Setup([sys.argv[0], *arguments], lambda data: tried(target, data))
    atheris.Fuzz()


def keep(name: str, found: Path) -> int:
    """How many examples are kept: of those that reached new code a few of every length."""
    new = sorted(found.iterdir(), key=lambda path: (path.stat().st_size, path.name))
    kept = new[:: len(new) // KEPT + 1]
    for path in kept:
        shutil.copy(path, CORPUS / name / path.name[:16])
    return len(kept)


def main() -> int:
    """Fuzz the targets that are asked for; 1 comes back where one failed."""
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2], sys.argv[3:])
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - not before they are instrumented

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], help="which readers (all of them)")
    parser.add_argument("--seconds", type=int, default=60, help="how long each is fed (60)")
    parser.add_argument("--keep", action="store_true", help="keep what reaches new code in tests/fuzz/corpus/")
    options = parser.parse_args()
    failed = []
    for name in options.targets or TARGETS:
        (CORPUS / name).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder) / name
            found.mkdir()
            failed += [name] if fuzzed(name, options.seconds, found) else []
            if options.keep:
                print(f"{name}: {keep(name, found)} examples kept", flush=True)
    print("failed: " + ", ".join(failed) if failed else "nothing failed")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

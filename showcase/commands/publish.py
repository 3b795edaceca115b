"""`publish`: the release in site/ goes to its host, or the one before comes back."""

from collections.abc import Iterator
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.options import OUTPUT
from showcase.commands.tool import RefusalError, Tool
from showcase.destinations import Target
from showcase.hosting.headers import rules
from showcase.hosting.limits import HEADERS, HOSTS, REDIRECTS, Excess, excesses
from showcase.publishing.addresses import branch_of, host_of, sends_twins
from showcase.publishing.branch import branch, publish_to, restore_on
from showcase.publishing.bucket import NoObstoreError
from showcase.publishing.hosts import HostError
from showcase.publishing.plan import Plan, planned
from showcase.publishing.publish import NothingToRestoreError, publish, read_state, restore
from showcase.publishing.release import ChangedReleaseError, Files, NoReleaseError, read_release
from showcase.publishing.state import BadStateError
from showcase.reading.configuration import read_settings
from showcase.reporting.sentences import filled
from showcase.settings import Settings

NO_TARGET = _("name a place to publish to: an address, or one of those in site.yaml: {known}")
NO_SUCH_TARGET = _("site.yaml names no place “{name}” under publish; it names: {known}")
NO_RELEASE = _("there is no release in {path}; make one first: {command}")
CHANGED = _("{path} in the release is no longer what the build made; make the release anew: {command}")
FAILED = _("the host did not go on: {detail}. The public site is whole; the same command goes on from here")
BAD_STATE = _("what the host remembers in .publish/state.json cannot be read: {detail}")
NOTHING_TO_RESTORE = _("there is no earlier release to bring back")
LOST = _("the earlier release cannot be brought back: the host no longer holds {path}")
NO_OBSTORE = _("publishing to s3:// needs the package obstore; install it: {command}")
PROGRESS = _("uploaded: {done} of {total}")
DONE = _("published to {target}: {uploaded} files uploaded, {removed} removed, {unchanged} unchanged")
RESTORED = _("brought back on {target}: {uploaded} files uploaded, {removed} removed")
UNCHANGED = _("{target} holds this release already")
WOULD = _("nothing was changed; it would be {uploaded} files to upload and {removed} to remove")


@click.command("publish", help=_("Bring the release in site/ to a host: only what changed, in a safe order."))
@click.argument("target", required=False)
@click.option("--dry-run", is_flag=True, help=_("Only say what would be uploaded and removed."))
@click.option("--rollback", is_flag=True, help=_("Bring back the release before, or undo a publication that stopped."))
@click.option(
    "--site",
    type=click.Path(path_type=Path, resolve_path=True),
    metavar="DIR",
    help=_("The folder of the release, if not site/."),
)
@click.pass_obj
def command(tool: Tool, target: str | None, dry_run: bool, rollback: bool, site: Path | None) -> int:
    """Publish, or bring back what was published before; the exit code comes back."""
    settings = read_settings(tool.root)
    place = chosen(settings, target)
    work = Work(tool, settings, place, site or tool.root / OUTPUT)
    try:
        if branch_of(place.to):
            return work.on_branch(dry_run=dry_run, rollback=rollback)
        return work.on_host(dry_run=dry_run, rollback=rollback)
    except HostError as error:
        raise RefusalError(FAILED, {"detail": error.detail}, exit_code=1) from None
    except BadStateError as error:
        raise RefusalError(BAD_STATE, {"detail": str(error)}, exit_code=1) from None
    except NothingToRestoreError as error:
        raise RefusalError(LOST if error.path else NOTHING_TO_RESTORE, {"path": error.path}, exit_code=1) from None
    except NoObstoreError:
        raise RefusalError(NO_OBSTORE, {"command": "make extras"}) from None


def chosen(settings: Settings, name: str | None) -> Target:
    """The target of that name or address; the only one there is where none is named."""
    known = ", ".join(settings.publish) or "–"
    if name is None:
        if len(settings.publish) != 1:
            raise RefusalError(NO_TARGET, {"known": known})
        return next(iter(settings.publish.values()))
    if name in settings.publish:
        return settings.publish[name]
    if not any(sign in name for sign in "/:."):
        raise RefusalError(NO_SUCH_TARGET, {"name": name, "known": known})
    return Target(to=name)


class Work:
    """One publication: the settings, the place, the folder of the release, and whom to tell."""

    def __init__(self, tool: Tool, settings: Settings, target: Target, site: Path) -> None:
        self.tool, self.settings, self.target, self.site = tool, settings, target, site

    def on_host(self, *, dry_run: bool, rollback: bool) -> int:
        """Publish to a place that takes files."""
        host = host_of(self.target, self.tool.root, rules(self.settings).of)
        state = read_state(host)
        if rollback:
            return self.told(restore(host, state, self.progress), RESTORED)
        release = self.release()
        if dry_run:
            return self.foretold(planned(state, release))
        return self.told(publish(host, state, release, self.site, self.progress), DONE, len(release))

    def on_branch(self, *, dry_run: bool, rollback: bool) -> int:
        """Publish to a branch."""
        remote, name = branch_of(self.target.to) or ("", "")
        with branch(self.tool.root, remote, name) as place:
            tip = place.tip
            if rollback:
                return self.told(restore_on(place, tip), RESTORED)
            release = self.release()
            if dry_run:
                return self.foretold(planned(place.state(tip), release))
            return self.told(publish_to(place, release, self.site, tip), DONE, len(release))

    def release(self) -> Files:
        """The files to publish, if they are what the build made and the host takes them."""
        again = {"command": "python build.py build --release"}
        try:
            files = read_release(self.site, with_twins=sends_twins(self.target))
        except NoReleaseError:
            raise RefusalError(NO_RELEASE, {"path": self.tool.shown(self.site)} | again, exit_code=1) from None
        except ChangedReleaseError as error:
            raise RefusalError(CHANGED, {"path": error.path} | again, exit_code=1) from None
        for excess in self.excesses(files):
            fields = excess.fields(HOSTS[self.target.limits].name)
            raise RefusalError(excess.code.message, fields, exit_code=1)
        return files

    def excesses(self, files: Files) -> Iterator[Excess]:
        """What the host that the target names does not take."""
        if not self.target.limits:
            return iter(())
        sizes = {path: (self.site / path).stat().st_size for path in files}
        texts = {path: (self.site / path).read_text(encoding="utf-8") for path in (REDIRECTS, HEADERS) if path in files}
        return excesses(HOSTS[self.target.limits], sizes, texts)

    def progress(self, done: int, total: int) -> None:
        """Say how far it has come."""
        click.echo(filled(self.tool.say(PROGRESS), {"done": str(done), "total": str(total)}), err=True)

    def told(self, plan: Plan, message: str, files: int = 0) -> int:
        """Say what was done."""
        fields = counts(plan) | {"target": self.target.to, "unchanged": str(files - sum(map(len, plan.waves)))}
        click.echo(filled(self.tool.say(UNCHANGED if plan.is_empty else message), fields))
        return 0

    def foretold(self, plan: Plan) -> int:
        """Say what would be done, file by file in the order of the work."""
        for wave in plan.waves:
            for path in wave:
                click.echo(f"+ {path}")
        for path in plan.removed:
            click.echo(f"- {path}")
        click.echo(filled(self.tool.say(WOULD), counts(plan)))
        return 0


def counts(plan: Plan) -> dict[str, str]:
    """How many files a plan uploads and removes."""
    return {"uploaded": str(sum(map(len, plan.waves))), "removed": str(len(plan.removed))}

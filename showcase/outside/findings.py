"""The answers of hosts become problems at the places where the addresses stand."""

from collections.abc import Callable, Iterator, Mapping

from showcase import codes
from showcase.outside.answers import ALIVE, DEAD, MOVED, UNREACHABLE, Answer
from showcase.problems import Place, Problem, problem

Say = Callable[[str], str]
Places = Mapping[str, tuple[Place, ...]]


def link_findings(
    places: Mapping[str, tuple[Place, ...]], answers: Mapping[str, Answer], say: Say
) -> Iterator[Problem]:
    """A problem for each place of an address that is dead, has moved or is not sure; one where there is no network."""
    if is_offline(answers):
        yield problem(codes.NO_NETWORK, Place("content"), count=len(places))
        return
    for url, own in places.items():
        answer = answers.get(url)
        if answer is not None and answer.state != ALIVE:
            for place in own:
                yield _problem(url, answer, place, say)


def is_offline(answers: Mapping[str, Answer]) -> bool:
    """Whether not a single host could be reached."""
    return bool(answers) and all(answer.state == UNREACHABLE for answer in answers.values())


def _problem(url: str, answer: Answer, place: Place, say: Say) -> Problem:
    if answer.state == MOVED:
        return problem(codes.MOVED_LINK, place, url=url, target=answer.detail)
    message, _bar, detail = answer.detail.partition("|")
    said = say(message).replace("{detail}", detail)
    code = codes.DEAD_LINK if answer.state in (DEAD, UNREACHABLE) else codes.UNSURE_LINK
    return problem(code, place, url=url, detail=said)

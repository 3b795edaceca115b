"""The pages live under the headers that hosts are told, in a browser that obeys them."""

import pytest
from playwright.sync_api import Error, Page

from showcase.hosting.headers import rules
from showcase.reading.configuration import read_settings
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser


def test_the_tests_own_server_sends_what_hosts_are_told(page: Page, address: str) -> None:
    answer = page.goto(f"{address}/vi/")
    assert answer is not None
    told = dict(rules(read_settings(ROOT)).everywhere)

    assert {name: answer.headers[name.lower()] for name in told} == told


def test_no_script_can_make_text_into_html_or_code(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/")

    for attempt in ("document.body.innerHTML = '<p>'", "document.createElement('script').text = '1'"):
        with pytest.raises(Error, match="requires 'Trusted"):
            page.evaluate(attempt)

"""Ten tabs of one browser share one stream."""

from collections.abc import Callable

import pytest

from tests.journey.someone import Someone

pytestmark = pytest.mark.journey
TABS = 10


def test_ten_tabs_hear_over_one_stream(at_a_screen: Callable[[str], Someone]) -> None:
    someone = at_a_screen("proware")
    someone.sign_in("rocio.valderrama@proware.example", where="/console/")
    address = someone.page.url
    tabs = [someone.page, *(someone.page.context.new_page() for _ in range(TABS - 1))]
    for tab in tabs[1:]:
        tab.goto(address)

    devtools = someone.page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr]
    workers = [one for one in devtools.send("Target.getTargets")["targetInfos"] if one["type"] == "shared_worker"]
    assert len(workers) == 1
    for tab in tabs:
        assert not tab.evaluate("performance.getEntriesByType('resource').some((one) => one.name.includes('/live?'))")

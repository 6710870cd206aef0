"""The buttons of a run, under a strict policy: it moves when told to, and its address leads to the same step."""

import numpy as np

from livefig import Figure, Steps, Tape, template
from tests.livefig import pages
from tests.livefig.browser import live, until

ALT = "A figure of a test, with axes from zero to one, and a number that grows by a half each step."


def _grow(sizes):
    tape = Tape()
    v = tape.slot("v", (sizes["n"],))
    v += tape.slot("by", ())
    return tape


def counter():
    """A figure whose run adds `by` to each of n numbers."""
    fig = Figure("Count", name="count", alt=ALT, xlim=(0, 1), ylim=(0, 1))
    n, by = fig.slider("n", 2, 4, 3), fig.slider("by", 0.0, 2.0, 0.5, step=0.5)
    step = fig.run(sizes={"n": n}, fill={}, follow={"by": by}, start=[], step=[Steps([template(_grow, "n")])],
                   look=[], speed=60, stop="by")
    fig.readout("step", "{:d}", step)
    fig.readout("sum", "{:.1f}", fig.state("by", 0.5) * step)
    fig.line(np.array([0.0, 1.0]), np.stack([step, step]) / 100)
    return fig


STEP = "+document.querySelector('.lf-numbers b').textContent"


def test_a_run_goes_on_when_it_is_told_to_and_its_address_leads_back(book):
    name = pages.site(book.folder, "counter", counter())
    with book.open(name) as (page, _):
        live(page, "count")
        page.wait_for_timeout(300)
        assert page.evaluate(STEP) == 0  # never by itself
        page.get_by_role("button", name="One step").click()
        assert page.evaluate(STEP) == 1
        page.get_by_role("button", name="Train").press("Enter")
        until(page, f"{STEP} > 5")
        page.get_by_role("button", name="Pause").press("Enter")
        steps = page.evaluate(STEP)
        assert f"step: {steps}" in page.locator(".lf-said").text_content()
        page.wait_for_timeout(200)
        assert page.evaluate(STEP) == steps
        until(page, f"location.hash === '#fig-count?step={steps}'")
        link = page.evaluate("location.href").removeprefix(book.address)
    with book.open(link) as (page, _):
        live(page, "count")
        until(page, f"{STEP} === {steps}")
        page.evaluate("location.hash = '#fig-count?step=2'")  # back there
        until(page, f"{STEP} === 2")
        page.get_by_role("button", name="Begin anew").click()
        assert page.evaluate(STEP) == 0
        until(page, "location.hash === ''")


def test_an_address_that_asks_for_too_many_steps_comes_to_an_end(book):
    name = pages.site(book.folder, "counter", counter())
    with book.open(f"{name}#fig-count?step=1e308") as (page, _):
        live(page, "count")
        until(page, f"{STEP} === 1e5")
        page.get_by_role("button", name="One step").click()
        assert page.evaluate(STEP) == 1e5 + 1


def test_a_size_begins_the_run_anew_and_what_is_followed_does_not(book):
    name = pages.site(book.folder, "counter", counter())
    with book.open(name) as (page, _):
        root = live(page, "count")
        for _ in range(3):
            page.get_by_role("button", name="One step").click()
        root.locator("input").nth(1).press("ArrowRight")
        assert page.evaluate(STEP) == 3
        page.get_by_role("button", name="One step").click()
        until(page, "location.hash === '#fig-count?by=1'")  # no step: the way there is not in the address
        root.locator("input").nth(0).press("ArrowRight")
        assert page.evaluate(STEP) == 0


def test_less_motion_means_a_picture_a_second(book):
    name = pages.site(book.folder, "counter", counter())
    with book.open(name, reduced_motion="reduce") as (page, _):
        live(page, "count")
        page.clock.install()
        page.get_by_role("button", name="Train").click()
        seen = []
        for _ in range(4):
            seen.append(page.evaluate(STEP))
            page.clock.run_for(1000)
        assert seen[0] == 0
        assert len(set(seen)) == 4
        page.clock.run_for(6000)
        said = page.locator(".lf-said").text_content()  # now and then, not at every picture
        assert 4 < int(said.split("step: ")[1].split(".")[0]) < page.evaluate(STEP)

"""Every figure on a phone: on one screen with what moves it, in reach of a finger, and no trap for one that scrolls."""

import pytest

from tests.livefig.browser import SPILLED, ask, live
from tests.site.table_of_contents import CHAPTERS, LONGEST
from tools.chromium import visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
FINGER = 44  # pixels

# Of a figure: whether its first picture (or, if they stay, its pictures) and its sliders can be seen at once; of a run,
# whether each picture and the buttons can.
ON_ONE_SCREEN = """async figure => {
  const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
  const rect = selector => figure.querySelector(selector).getBoundingClientRect();
  const settle = () => new Promise(done => setTimeout(done, 120));
  const seen = [];
  for (const panel of figure.querySelectorAll('.lf-panel')) {
    for (let k = 0; k < 2; k++) { // what comes near on the way gets its true size
      scrollBy({ top: panel.getBoundingClientRect().top - bar - 4, behavior: 'instant' });
      await settle();
    }
    const { top, bottom } = panel.getBoundingClientRect(), controls = rect('.lf-controls');
    const rows = [...figure.querySelectorAll('.lf-control')].filter(e => e.checkVisibility());
    const last = rows.at(-1).getBoundingClientRect();
    if (figure.dataset.stays === 'player') { // its many controls are set before; its buttons stay
      scrollBy({ top: -rect('.lf-player').height, behavior: 'instant' });
      await settle();
      const player = rect('.lf-player'), now = panel.getBoundingClientRect();
      seen.push(player.top >= bar - 1 && now.top >= player.bottom - 1 && now.bottom <= innerHeight + 1);
    } else if (figure.dataset.stays === 'panels') {
      scrollBy({ top: last.bottom - innerHeight + 4, behavior: 'instant' });
      await settle();
      const now = panel.getBoundingClientRect(), row = rows.at(-1).getBoundingClientRect();
      seen.push(now.top >= bar - 1 && row.top >= now.bottom - 1 && row.bottom <= innerHeight);
      for (const formula of figure.querySelectorAll('.lf-control .lf-math')) { // what passes under the picture
        const { x, y, width, height } = formula.getBoundingClientRect();
        if (y < now.top || y + height > now.bottom) continue;
        const above = document.elementFromPoint(x + width / 2, y + height / 2);
        seen.push(figure.querySelector('.lf-panels').contains(above));
      }
    } else seen.push(top >= bar - 1 && bottom <= controls.top + 1 && last.bottom <= innerHeight + 1);
  }
  return seen;
}"""
# Two pictures and what moves them, over the height of the window below the bar: both are to be seen while one slides.
PAIR = """figure => {
  const height = selector => figure.querySelector(selector)?.getBoundingClientRect().height ?? 0;
  const below = innerHeight - document.querySelector('.bar').getBoundingClientRect().bottom;
  return figure.style.getPropertyValue('--lf-open') && (height('.lf-panels') + height('.lf-controls')) / below;
}"""
SMALL = """(figure, finger) => {
  const box = e => e.getBoundingClientRect(), small = [];
  for (const e of figure.querySelectorAll('button, select, summary, .lf-handle, input')) {
    if (!e.checkVisibility()) continue;
    const words = e.type === 'checkbox' ? box(e.labels[0].firstChild).height : 0; // the words are part of the target
    if (Math.max(box(e).height, words) < finger - .5 || Math.max(box(e).width, words) < finger - .5) {
      small.push(`${e.outerHTML.slice(0, 80)}: ${box(e).width} x ${box(e).height}`);
    }
  }
  return small;
}"""
# In which way each slider of a figure takes a finger; the first and the last of one figure for each way are tried.
MANNERS = """figure => [...figure.querySelectorAll('.lf-slider input')].filter(e => e.checkVisibility()).map(e => {
  const { touchAction, pointerEvents, position, zIndex } = getComputedStyle(e);
  return [touchAction, pointerEvents, position, zIndex, figure.dataset.stays].join();
})"""
# The sliders of a figure that a finger on them would not meet: something else lies above.
COVERED = """figure => [...figure.querySelectorAll('.lf-slider input')].filter(e => e.checkVisibility()).filter(e => {
  e.scrollIntoView({ behavior: 'instant', block: figure.dataset.stays === 'panels' ? 'end' : 'center' });
  const { left, width, top, height } = e.getBoundingClientRect();
  return document.elementFromPoint(left + .6 * width, top + height / 2) !== e;
}).map(e => e.outerHTML)"""
KINDS = """figure => [...figure.querySelectorAll('.lf-control :is(input, select)')].map(e =>
  e.checkVisibility() && [e.localName, e.type, figure.dataset.stays].join())"""
VALUES = "figure => [...figure.querySelectorAll('.lf-control :is(input, select)')].map(e => e.value + e.checked).join()"

# Whether the last turn of the wheel met a control: what may hold a page back is asked before the page scrolls.
WATCH_WHEEL = """addEventListener('wheel', e => { window.over = !!e.target.closest('.lf-control'); },
  { passive: false })"""


def figures_of(page):
    """Return the names of the figures of a page that have something to move."""
    names = page.locator(".livefig:has(.lf-controls)").evaluate_all("figures => figures.map(e => e.id.slice(4))")
    assert names
    return names


def show(page, slider):
    """Scroll until a slider is seen, below the picture that stays."""
    slider.evaluate("""e => e.scrollIntoView({ behavior: 'instant',
        block: e.closest('[data-stays=panels]') ? 'end' : 'center' })""")
    page.evaluate("""async () => { // until what came near has its size, and moves nothing any more
      for (let still = 0, last = NaN; still < 3; last = scrollY) {
        await new Promise(done => setTimeout(done, 40));
        still = scrollY === last ? still + 1 : 0;
      }
    }""")


def swipe(page, touch, slider, up=0):
    """Draw a finger from the middle of a slider, upwards, or to its farther end; return how far the page scrolled."""
    box = slider.bounding_box()
    share = slider.evaluate("e => (e.value - e.min) / (e.max - e.min)")
    across = 4 if up else box["width"] * (0.35 if share < 0.5 else -0.55)
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2
    before = page.evaluate("scrollY")
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for k in range(1, 13):
        point = {"x": x + across * k / 12, "y": y - up * k / 12}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(80)
    return page.evaluate("scrollY") - before


@pytest.fixture(scope="module")
def on_a_phone(browser, address, request):
    """Return `(page, log)` of a chapter on a phone, opened once for all of its figures."""
    with visit(browser, address + request.param, **PHONE) as page_and_log:
        yield page_and_log


@pytest.mark.parametrize("on_a_phone", CHAPTERS, indirect=True)
def test_a_figure_and_what_moves_it_are_on_one_screen(on_a_phone):
    page, log = on_a_phone
    for name in figures_of(page):
        figure = live(page, name)
        assert all(figure.evaluate(ON_ONE_SCREEN)), name
        assert float(figure.evaluate(PAIR) or 0) < 1.01, name
        assert figure.evaluate(SMALL, FINGER) == [], name
        assert figure.evaluate(SPILLED) == [], name
        assert figure.evaluate("e => e.scrollWidth <= e.clientWidth"), name
        tracks = figure.locator(".lf-slider input").filter(visible=True)
        widths = tracks.evaluate_all("es => es.map(e => e.getBoundingClientRect().width)")
        assert min(widths, default=300) > 240, name
    log.assert_clean()


@pytest.mark.parametrize("on_a_phone", LONGEST, indirect=True)
def test_a_finger_that_scrolls_changes_no_figure_and_one_that_slides_does(on_a_phone):
    page, log = on_a_phone
    touch, tried = page.context.new_cdp_session(page), set()
    for name in figures_of(page):
        figure, manners = live(page, name), set(ask(page, name, MANNERS))
        assert len(manners) <= 1, f"{name}: its sliders do not take a finger alike"
        assert ask(page, name, COVERED) == [], name
        if manners <= tried:
            continue
        tried |= manners
        sliders = figure.locator(".lf-slider input").filter(visible=True)
        for k in {0, sliders.count() - 1}:
            slider = sliders.nth(k)
            show(page, slider)
            before = figure.evaluate(VALUES)
            assert abs(swipe(page, touch, slider, up=120)) > 40, f"{name}: the page did not scroll"
            assert figure.evaluate(VALUES) == before, f"{name}: slider {k} moved"
            show(page, slider)
            assert swipe(page, touch, slider) == 0
            assert figure.evaluate(VALUES) != before, f"{name}: slider {k} did not move"
    log.assert_clean()


@pytest.mark.parametrize("chapter", LONGEST)
def test_the_wheel_changes_no_figure(browser, address, chapter):
    with visit(browser, address + chapter, viewport={"width": 1280, "height": 800}) as (page, _):
        page.evaluate(WATCH_WHEEL)
        tried = set()
        for name in figures_of(page):
            kinds = ask(page, name, KINDS)
            new = [k for k, kind in enumerate(kinds) if kind and kind not in {*tried, *kinds[:k]}]
            tried |= {*kinds}
            before, controls = ask(page, name, VALUES), page.locator(f"#fig-{name} .lf-control :is(input, select)")
            for k in new:
                show(page, controls.nth(k))
                controls.nth(k).focus()
                controls.nth(k).hover()
                page.mouse.wheel(0, 60)
                page.wait_for_timeout(50)
                assert page.evaluate("window.over"), f"{name}: the wheel was not turned over control {k}"
            assert ask(page, name, VALUES) == before, name

"""The list of claims: complete without JavaScript; with it, filtered by words, conversation, part, truth, severity."""

import pytest
from playwright.sync_api import expect

from hw0.audit import claims, conversations
from tests.site.table_of_contents import PAGES
from tools.bench.page_weight import bytes_sent
from tools.chromium import visit

PAGE = "appendix/claims.html"
HEAVIEST = 350_000  # bytes, compressed
SLOWEST = 400  # ms from a key to the filtered list: 100 on a busy machine; another may be four times slower
CHOICES = """all => Object.fromEntries(all.map(one =>
    [one.name, [...one.options].map(({value, text}) => value === text ? text : `${value}: ${text}`)]))"""
SHOWN = """[...document.querySelectorAll('.hw0-claims li')]
    .filter((item) => item.checkVisibility()).map((item) => item.id)"""

pytestmark = pytest.mark.skipif(PAGE not in PAGES, reason="the appendix is not in the table of contents")


@pytest.fixture
def page(browser, address):
    with visit(browser, address + PAGE) as (opened, log):
        yield opened
        log.assert_clean()


def ids(**conditions):
    return {claim.id for claim in claims(**conditions)}


def choose(page, **conditions):
    for name, value in conditions.items():
        page.locator(f".hw0-claims select[name={name}]").select_option(value)


def test_without_javascript_every_claim_can_be_unfolded_and_nothing_asks_for_a_filter(browser, address):
    with visit(browser, address + PAGE, java_script_enabled=False) as (page, _):
        assert page.locator(".hw0-claims form").count() == 0
        assert page.locator(".hw0-claims li").count() == len(claims())
        fold = page.locator(".hw0-claims details[data-part='5b.ii']")
        fold.locator("summary").click()
        assert fold.locator("li:visible").count() == len(claims(part="5b.ii"))


@pytest.mark.parametrize("conditions", [
    {"conversation": "grok-2025-10"}, {"part": "5b.ii"}, {"truth": "wrong"},
    {"conversation": "claude-opus-4.5", "part": "5b.iii", "truth": "correct"},
])
def test_the_page_filters_as_python_does(page, conditions):
    choose(page, **conditions)
    assert set(page.evaluate(SHOWN)) == ids(**conditions) != set()
    assert page.locator(".hw0-claims output").inner_text() == f"{len(ids(**conditions))} of {len(claims())} claims"


def test_severity_whole_problems_and_all_flaws_can_be_chosen(page):
    offered = page.locator(".hw0-claims select").evaluate_all(CHOICES)
    parts = sorted({claim.part for claim in claims()}, key=offered["part"].index)
    assert offered["part"] == [": all", *(f"{k}*: all of problem {k}" for k in "2345"), *parts]
    assert offered["truth"][:2] == [": all", "flawed: all that is flawed"]
    assert offered["conversation"][0] == offered["severity"][0] == ": all"
    assert set(offered["truth"][2:]) == {claim.truth for claim in claims()}
    assert set(offered["severity"][1:]) == {claim.severity for claim in claims()} - {None}
    spoken = {claim.conversation for claim in claims()}
    assert set(offered["conversation"][1:]) == {f"{slug}: {conversations()[slug].name}" for slug in spoken}
    choose(page, severity="major", part="5*", truth="flawed")
    wanted = {claim.id for claim in claims() if claim.severity == "major" and claim.part[0] == "5"
              and claim.flawed}
    assert set(page.evaluate(SHOWN)) == wanted != set()


def test_all_words_have_to_occur_in_any_order_and_case(page):
    page.keyboard.press("Tab")
    page.locator(".hw0-claims input").fill("ELBOW  right")
    shown = set(page.evaluate(SHOWN))
    assert "chatgpt-5bii-6" in shown
    texts = page.locator(".hw0-claims li:visible").all_inner_texts()
    assert 0 < len(texts) < len(claims())
    assert all("elbow" in text.lower() and "right" in text.lower() for text in texts)


def test_what_fits_nothing_is_said_and_show_all_brings_back_everything(page):
    page.locator(".hw0-claims input").fill("zyzzyva")
    assert page.evaluate(SHOWN) == []
    assert page.locator(".hw0-claims output").inner_text().startswith("No claim fits.")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".hw0-claims output")).to_have_text(f"{len(claims())} of {len(claims())} claims")
    assert page.locator(".hw0-claims details:visible").count() == len({claim.part for claim in claims()})
    assert page.locator(".hw0-claims details[open]").count() == 0


def test_the_address_remembers_the_filter(page, address):
    choose(page, conversation="deepseek-v3.2", truth="wrong")
    page.locator(".hw0-claims input").fill("elbow")
    page.wait_for_url("**words=elbow**")
    page.reload()
    assert page.locator(".hw0-claims input").input_value() == "elbow"
    shown = set(page.evaluate(SHOWN))
    assert shown and shown <= ids(conversation="deepseek-v3.2", truth="wrong")
    page.goto(f"{address}{PAGE}?truth=nonsense&strange=1&conversation=grok-2025-10")
    assert set(page.evaluate(SHOWN)) == ids(conversation="grok-2025-10")


def test_a_link_to_one_claim_opens_its_part(page, address):
    page.goto(f"{address}{PAGE}#grok-5b-iii-7")
    page.reload()
    assert page.locator("#grok-5b-iii-7").is_visible()


def test_everything_is_reached_by_keyboard_and_has_a_name(page):
    names = []
    page.locator(".hw0-claims input").focus()
    for _ in range(7):
        names.append(page.evaluate("document.activeElement.labels?.[0]?.firstChild.data ?? "
                                   "document.activeElement.textContent"))
        page.keyboard.press("Tab")
    assert names[:6] == ["Words", "Conversation", "Part", "Truth", "Severity", "Show all"]
    assert names[6].startswith("Part 2") or names[6].startswith("Problem 2")
    assert page.get_by_role("search", name="Filter the claims").count() == 1
    assert page.evaluate("document.querySelector('.hw0-claims output').tagName") == "OUTPUT"  # announced politely


def test_the_page_is_light_and_the_filter_quick(browser, site, address):
    with visit(browser, address + PAGE) as (page, log):
        page.evaluate("document.fonts.ready")
        assert bytes_sent(site, address, log.requests) <= HEAVIEST
        times = page.evaluate("""() => {
          const input = document.querySelector(".hw0-claims input"), times = [];
          for (const words of ["e", "el", "elb", "elbo", "elbow", ""]) {
            const start = performance.now();
            input.value = words;
            input.dispatchEvent(new Event("input", {bubbles: true}));
            document.body.getBoundingClientRect();
            times.push(performance.now() - start);
          }
          return times;
        }""")
        assert sorted(times)[len(times) // 2] <= SLOWEST, times

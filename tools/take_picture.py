"""Take the README's picture, a live figure of the built book: `python -m tools.take_picture` after `make book`."""

from pathlib import Path

from tools.chromium import chromium, serve, visit

ROOT = Path(__file__).resolve().parents[1]
SITE, PICTURE = ROOT / "_build" / "html", ROOT / "assets" / "live-figure.png"
PAGE, FIGURE = "chapters/5_relu_elbow.html", "#fig-one-step"


def main():
    """Write the picture, at twice the size of the figure on a page of 960 pixels."""
    with chromium() as browser, serve(SITE) as address:
        desk = {"viewport": {"width": 960, "height": 900}, "device_scale_factor": 2, "color_scheme": "light"}
        with visit(browser, address + PAGE, **desk) as (page, _):
            page.wait_for_selector(f"{FIGURE}[data-live]")
            page.locator(FIGURE).screenshot(path=PICTURE)
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size // 1000} kB.")


if __name__ == "__main__":
    main()

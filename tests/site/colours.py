"""A page's colours, as its scripts see them: the background of either theme, boxes that stay pale in the dark."""

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 24, 29)"

BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
PALE_BOXES = """() => [...document.querySelectorAll("main *")].filter((element) => {
  if (element.closest("svg, img, button, input, .livefig")) return false;
  const background = getComputedStyle(element).backgroundColor;
  const [red, green, blue, alpha = 1] = background.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return alpha > 0.5 && Math.min(red, green, blue) > 180;
}).map((element) => element.outerHTML.slice(0, 120))"""

"""One style for every Matplotlib figure of the book, set on import; the only module that imports Matplotlib.

Live figures draw what moves; Matplotlib draws what is a picture to begin with: images, and many of them.
"""
import matplotlib as mpl
import matplotlib.pyplot as plt

# The roles and colours are those of the live figures (Okabe and Ito).
TRUTH, MODEL, COMPARE, THIRD = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
WIDTHS = {"small": 3.4, "text": 6.8, "wide": 8.4}       # inches
mpl.rcParams.update({
    "axes.prop_cycle": mpl.cycler(color=["black", TRUTH, MODEL, COMPARE, THIRD]),
    "axes.spines.top": False, "axes.spines.right": False,
    "axes.titlesize": "medium", "axes.titlelocation": "left",
    "figure.dpi": 160, "figure.constrained_layout.use": True,
    "image.cmap": "gray_r", "image.interpolation": "nearest",
    "legend.frameon": False, "font.size": 10,
})


def axes(rows=1, columns=1, *, size="text", height=None):
    """A Figure in the style of the book and its Axes, an array (rows, columns), or one Axes for 1 x 1.

    size is one of WIDTHS; height is in inches, by default 0.62 of the width of a panel for each row.
    Raises ValueError for another size.

    >>> fig, ax = style.axes(size="small")
    >>> fig.get_size_inches()
    array([3.4  , 2.108])
    >>> style.plt.close(fig)
    """
    if size not in WIDTHS:
        raise ValueError(f"size must be one of {', '.join(WIDTHS)}; got {size!r}.")
    width = WIDTHS[size]
    return plt.subplots(rows, columns, figsize=(width, height or 0.62 * width / columns * rows))


def pictures(images, titles, *, columns=8, size="text", signed=False):
    """A Figure of square pictures (k, p, p), dark for large values, each below its title (k,).

    signed: blue for negative values, vermillion for positive ones, white for 0.

    >>> fig = style.pictures(np.zeros((2, 8, 8)) + 1.0, ["one", "two"], columns=2)
    >>> len(fig.axes)
    2
    >>> style.plt.close(fig)
    """
    rows = -(-len(images) // columns)
    fig, panels = axes(rows, columns, size=size, height=WIDTHS[size] / columns * rows * 1.22)
    limit = abs(images).max()
    colours = mpl.colors.LinearSegmentedColormap.from_list("signed", [TRUTH, "white", MODEL])
    for panel in panels.flat:
        panel.set_axis_off()
    for panel, image, title in zip(panels.flat, images, titles, strict=False):
        panel.imshow(image, **({"cmap": colours, "vmin": -limit, "vmax": limit} if signed else {"cmap": "gray_r"}))
        panel.set_title(title, fontsize=8, loc="center")
    return fig

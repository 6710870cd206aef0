"""Part 4d: one weight, a line through 0, and the fake sample that pulls it down."""
import numpy as np

from hw0 import ridge
from livefig import Figure

X = np.array([0.5, 0.8, 1.1, 1.4, 1.7, 2.1])
Y = np.array([1.1, 1.0, 2.0, 1.9, 2.9, 2.8])


def fake_data(at=None):
    """Six samples, a fake one at (sqrt(lambda), 0) to drag, and the least-squares line through all seven."""
    fig = Figure("A fake sample pulls the line down", name="fake-data", at=at, xlim=(0, 6), ylim=(-0.4, 4),
                 xlabel="feature $x$", ylabel="target $y$",
                 alt="Six samples near a steep line through zero, and a fake sample on the horizontal axis at the "
                     "square root of lambda. "
                     "The line fitted to all seven is flatter than the one fitted to six.")
    root = fig.slider("root", 0.0, 6.0, 2.0, step=0.05, label=r"$\sqrt{\lambda}$, the place of the fake sample")
    lam = root**2
    least, size = np.round([np.sum(X * Y) / np.sum(X * X), np.sqrt(np.sum(X * X))], 12)
    w = least * ridge.shrinkage(size, lam)

    fig.curve(lambda x: least * x, color="truth", width=2, label="least squares, six samples")
    fig.curve(lambda x: w * x, color="model", width=3, dash="", label="least squares, all seven")
    for x, y in zip(X, Y, strict=True):
        fig.line([x, x], [y, w * x], color="muted", width=1, dash="")
    fig.line([root, root], [0.0, w * root], color="third", width=2, dash="", label=r"fake residual $\sqrt{\lambda} w$")
    fig.point(X, Y, color="data", label="samples")
    fig.point(root, 0.0, color="third", name="fake sample", label=r"fake sample $(\sqrt{\lambda}, 0)$, drag it")

    fig.readout(r"$\lambda$", "{:g}", lam)
    fig.readout("slope $w$", "{:.3f}", w)
    fig.readout("squares of the six residuals", "{:.3f}", np.sum((Y - w * X) ** 2))
    fig.readout(r"square of the fake one, $\lambda w^2$", "{:.3f}", lam * w**2)
    fig.case((root == 0,
              "At $x = 0$ the fake sample cannot pull: every line through 0 passes through it. This is least squares."),
             otherwise="The fake sample at $x$ = {:.2f} turns the slope from {:.4f} to {:.4f}. The sum of all seven "
                       "squares is the ridge "
                       "objective, {:.3f}.",
             values=[root, least, w, ridge.objective(np.stack([w]), X[:, None], Y, lam=lam)])
    return fig

"""One unit as a graph of numbers: values run to the right, gradients run back."""
from hw0 import relu_elbow
from livefig import Figure

LEFT, RIGHT = 4.6, 6.3          # where the inputs end, and where the chain of z, a and the loss stands
ROWS = (5.2, 3.2, 1.2)          # first input and z, second input and a, bias and loss


def unit(at=None):
    """The loss of one ReLU unit with two inputs, every value with its derivative below it."""
    fig = Figure("Values forward, gradients back", name="unit", at=at, xlim=(0, 10), ylim=(0, 6), aspect=0.75,
                 xticks={}, yticks={},          # a diagram: the axes measure nothing
                 alt="A diagram of one ReLU unit: two inputs times weights and a bias lead to z, then a, then the "
                     "loss; "
                     "below each value stands the derivative of the loss with respect to it, or to its weight.")
    x1 = fig.slider("x1", -2.0, 2.0, 1.0, step=0.25, label="input x₁")
    x2 = fig.slider("x2", -2.0, 2.0, -1.0, step=0.25, label="input x₂")
    w1 = fig.slider("w1", -2.0, 2.0, 1.5, step=0.25, label="weight w₁")
    w2 = fig.slider("w2", -2.0, 2.0, 0.5, step=0.25, label="weight w₂")
    b = fig.slider("b", -2.0, 2.0, 0.5, step=0.25, label="bias b")
    y = fig.slider("y", -1.0, 3.0, 0.5, step=0.25, label="target y")

    # Seen from one input, the rest of the sum is a bias: so both weights have the gradients of chapter 5.
    z, a = w1 * x1 + w2 * x2 + b, relu_elbow.unit(w1, w2 * x2 + b, x1)
    dz = relu_elbow.dloss_db(w1, w2 * x2 + b, x1, y)
    dw1 = relu_elbow.dloss_dw(w1, w2 * x2 + b, x1, y)
    dw2 = relu_elbow.dloss_dw(w2, w1 * x1 + b, x2, y)
    da, loss = relu_elbow.dloss_dphi(a, y), relu_elbow.loss(a, y)

    z_row, a_row, loss_row = ROWS
    inputs = (("w₁x₁ = {:.2f}·{:.2f}", (w1, x1), "∂ℓ/∂w₁ = {:.2f}", dw1),
              ("w₂x₂ = {:.2f}·{:.2f}", (w2, x2), "∂ℓ/∂w₂ = {:.2f}", dw2),
              ("b = {:.2f}", (b,), "∂ℓ/∂b = {:.2f}", dz))
    for row, (value, numbers, below, gradient) in zip(ROWS, inputs, strict=True):
        fig.text(LEFT, row, value, *numbers, dy=9, anchor="end")
        fig.text(LEFT, row, below, gradient, color="model", dy=-9, anchor="end")
        fig.arrow(LEFT + 0.1, row, RIGHT - 0.3, z_row - 0.12 * (z_row - row), color="muted", width=1.5)
    chain = ((z_row, "z = {:.2f}", z, "∂ℓ/∂z = {:.2f}", dz), (a_row, "a = {:.2f}", a, "∂ℓ/∂a = {:.2f}", da))
    for row, value, number, below, gradient in chain:
        fig.point(RIGHT, row, color="data", r=4)
        fig.text(RIGHT + 0.4, row, value, number, dy=9)
        fig.text(RIGHT + 0.4, row, below, gradient, color="model", dy=-9)
        fig.arrow(RIGHT, row - 0.25, RIGHT, row - 1.75, color="muted", width=1.5)
    fig.point(RIGHT, loss_row, color="data", r=4)
    fig.text(RIGHT + 0.4, loss_row, "ℓ = {:.2f}", loss)
    fig.text(RIGHT + 0.4, (z_row + a_row) / 2, "max(0, z)", color="muted")
    fig.text(RIGHT + 0.4, (a_row + loss_row) / 2, "½(a − y)²", color="muted")

    fig.data_table(["", "w₁", "w₂", "b"], [
        ["∂ℓ/∂z", ("{:.2f}", dz), ("{:.2f}", dz), ("{:.2f}", dz)],
        ["× ∂z/∂·", ("{:.2f}", x1), ("{:.2f}", x2), "1"],
        ["= ∂ℓ/∂·", ("{:.2f}", dw1), ("{:.2f}", dw2), ("{:.2f}", dz)],
    ])
    fig.case((z <= 0, "z ≤ 0: the unit is inactive. Nothing passes back through it, whatever the loss is."),
             (da == 0, "The unit says what it should: the residual is 0, and so is every gradient."),
             otherwise="The residual {:.2f} passes back through the active unit; on the arrows it is multiplied by x₁, "
                       "x₂ and 1.",
             values=[da])
    return fig


"""Random arguments for the functions of NumPy that the page knows, as text that both sides read."""

import numpy as np

SHAPES = [(), (1,), (2,), (3,), (3,), (4,), (2, 3), (3, 2), (3, 3), (1, 3), (3, 1), (2, 2, 3), (2, 1, 3), (0,), (0, 3)]
NUMBERS = np.array([-3, -2, -1.5, -1, -0.5, 0, 0, 0.5, 1, 1, 2, 2.5, 3, 0.1, 1e-3, 40.25])
DTYPES = ["float64"] * 6 + ["int64"] * 3 + ["bool"] * 2 + ["float32"] * 2 + ["int32"]


class Draw:
    """A source of arguments: `draw("A")` is the text of one.  The same seed gives the same texts."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def one(self, values):
        return values[self.rng.integers(len(values))]

    def __call__(self, letter):
        return getattr(self, f"_{letter}")()

    def array(self, shape, dtype="float64", special=0.0):
        """Return the text of an array; a share `special` of its entries is NaN or infinite."""
        values = self.rng.choice(NUMBERS, shape)
        if dtype.startswith("int"):
            values = self.rng.integers(-4, 7, shape)
        elif dtype == "bool":
            values = self.rng.random(shape) < 0.5
        elif special:
            values = np.where(self.rng.random(shape) < special, self.rng.choice([np.nan, np.inf, -np.inf], shape),
                              values)
        return text(np.asarray(values).astype(dtype))

    def _A(self):  # anything
        return self.array(self.one(SHAPES), self.one(DTYPES), special=0.03)

    def _F(self):  # floats of any shape
        return self.array(self.one(SHAPES), self.one(["float64", "float64", "float32"]))

    def _E(self):  # anything that is not empty
        return self.array(self.one(SHAPES[:-2]), self.one(DTYPES))

    def _I(self):  # whole numbers
        return self.array(self.one(SHAPES), self.one(["int64", "int64", "bool"]))

    def _M(self):  # a matrix
        return self.array(tuple(self.rng.integers(1, 5, 2)),
                          self.one(["float64", "float64", "float64", "int64", "float32"]))

    def _N(self):  # a matrix of floats
        return self.array(tuple(self.rng.integers(1, 5, 2)))

    def _Q(self):  # a square matrix, or a stack of them, that has an inverse
        n = self.rng.integers(1, 5)
        lead = self.one([(), (), (), (2,)])
        return text(self.rng.integers(-2, 3, (*lead, n, n)) + 7.0 * np.eye(n))

    def _G(self):  # a symmetric positive definite one
        a = self.rng.integers(-2, 3, (self.rng.integers(1, 5),) * 2).astype(float)
        return text(a @ a.T + np.eye(len(a)))

    def _v(self):  # a vector of three numbers, whole or not
        return self.array((3,), self.one(["float64", "float64", "int64"]))

    def _V(self):  # a vector
        return self.array((int(self.rng.integers(1, 6)),), self.one(["float64", "float64", "int64", "float32"]))

    def _W(self):  # a line in order
        return text(np.sort(self.rng.choice(np.arange(-9, 9), self.rng.integers(2, 6), replace=False)).astype(float))

    def _U(self):  # a vector of small whole numbers, not negative
        return text(self.rng.integers(0, 4, self.rng.integers(1, 6)))

    def _X(self):  # two rows of three
        return self.array((2, 3), self.one(["float64", "float64", "int64"]))

    def _T(self):  # a stack
        return self.array((2, 3, 2), self.one(["float64", "int64"]))

    def _x(self):  # a number of Python's own
        return self.one(["2", "-1", "0.5", "3.0", "0", "True", "1.5"])

    def _k(self):
        return self.one(["-2", "-1", "0", "1", "2", "3"])

    def _n(self):
        return self.one(["1", "2", "3", "4"])

    def _axis(self):
        return self.one(["None", "0", "0", "-1", "1", "2", "(0, 1)", "(-1,)"])

    def _d(self):
        return self.one(["0", "1", "-1", "0", "-1", "2"])

    def _keep(self):
        return self.one(["True", "False"])

    def _type(self):
        return self.one(
            ["float", "int", "bool", "np.float32", "np.int64", "np.int32", "np.float64", '"float32"', '"int"']
        )

    def _shape(self):
        return self.one(
            ["3", "(2, 3)", "(3, 2)", "(1, 6)", "(-1,)", "(2, -1)", "6", "(3, -1)", "(2, 1, 3)", "(4, -1)", "()"]
        )

    def _size(self):
        return self.one(["3", "(2, 3)", "(1,)", "()", "(0, 2)", "(2, 1, 2)", "[2, 2]"])

    def _at(self):
        return self.one(
            ["0", "-1", "1", "5", "(0, 1)", "(1, -1)", "(0, 0, 0)", "slice(None)", "...", "None", ":", "::-1", "1:",
             ":-1", "::2", "None, :", ":, None", "..., 0", ":, 1", "1, :", ":, ::-1", ":, [1, 0]", "[0, -1]",
             "[[0, 1], [1, 0]]", "[0, 1], [1, 0]", ":, None, 0", "0, :, [1, 0]", "[True, False]", "True", "1.0", "[]",
             "0, ...", "1:0"]
        ).replace("slice(None)", ":")


def text(array):
    """Return an array as the text of an expression."""
    if array.size == 0:
        return f"np.zeros({array.shape}, dtype=np.{_name(array)})"
    body = repr(array.tolist()).replace("nan", "np.nan").replace("inf", "np.inf")
    return f"np.array({body}, dtype=np.{_name(array)})"


def _name(array):
    return {"bool": "bool_"}.get(array.dtype.name, array.dtype.name)

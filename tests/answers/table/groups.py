"""Calls that a whole group of functions gets, and the functions that work entry by entry."""

ONE = ("np.{f}({A})", "np.{f}({F})", "np.{f}({x})")
TWO = ("np.{f}({A}, {A})", "np.{f}({F}, {F})", "np.{f}({E}, {x})", "np.{f}({x}, {A})", "np.{f}.outer({V}, {V})")
FOLD = ("np.{f}({A})", "np.{f}({A}, axis={axis})", "np.{f}({E}, axis={d}, keepdims={keep})",
        "np.{f}({E}, keepdims=True)", "{E}.{f}(axis={d})")
NAN_FOLD = ("np.{f}({F})", "np.{f}({F}, axis={d})")
LINE = ("np.{f}({A})", "np.{f}({E}, axis={d})")
MAKE = ("np.{f}({size})", "np.{f}({size}, dtype={type})")
LIKE = ("np.{f}({A})", "np.{f}({A}, dtype={type})")
OF_ARRAY = ("np.{f}({A})",)
SOME = ("np.{f}([{X}, {X}])", "np.{f}([{V}, {V}])", "np.{f}(({X}, {v}))", "np.{f}([{E}, {E}])")

# Functions that work entry by entry.
OF_ONE = ["absolute", "abs", "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log1p", "log2", "log10", "sin", "cos",
          "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "asin", "acos",
          "atan", "asinh", "acosh", "atanh", "sign", "square", "reciprocal", "floor", "ceil", "trunc", "rint",
          "negative", "positive", "fabs", "degrees", "radians", "deg2rad", "rad2deg", "isnan", "isfinite", "isinf",
          "signbit", "logical_not", "conjugate", "conj"]
OF_WHOLES = ["invert", "bitwise_not", "bitwise_invert"]
OF_TWO = ["add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "remainder", "mod", "fmod", "power",
          "pow", "float_power", "maximum", "minimum", "fmax", "fmin", "greater", "greater_equal", "less", "less_equal",
          "equal", "not_equal", "logical_and", "logical_or", "logical_xor", "heaviside", "copysign", "logaddexp",
          "logaddexp2", "hypot", "arctan2", "atan2"]
OF_TWO_WHOLES = ["bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift"]

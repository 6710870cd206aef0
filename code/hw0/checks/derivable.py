"""The parts whose answer can be derived line by line, and the letters that their derivations may use.

A part is here if what it asks for is an expression in its names, or, for 2e, a relation between such expressions.
4d asks for a pair so that a relation holds: there both have names.  In 4g and 4h lambda runs in limits, and has one
value elsewhere, another one at each instance.  Not here: 5b asks for words.
"""
from answers import Derivation

_SIZES = {"n": "X.shape[0]", "d": "X.shape[1]"}
_FACTORS = {"U": "np.linalg.svd(X)[0]", "V": "np.linalg.svd(X)[2].T", "Vt": "np.linalg.svd(X)[2]",
            "s": "np.linalg.svd(X)[1]", "Sigma": "np.linalg.svd(X)[0].T @ X @ np.linalg.svd(X)[2].T"}
_GIVEN_FACTORS = {"V": "Vt.T", "Sigma": "np.eye(len(U), len(Vt)) * np.append(s, np.zeros(len(Vt)))[:len(Vt)]",
                  "X": "U[:, :len(s)] * s @ Vt[:len(s)]", "n": "len(U)", "d": "len(Vt)"}
_WITH_X = _SIZES | _FACTORS
_VECTOR = {"n": "len(x)"}
_ANY_LAMBDA = {"lam": "0.7 + y @ y"}
_LIMIT = "Here w is the limit that is asked for; lim_{λ→0} (…) is a limit, λ > 0."
_RIDGE = "(X^T X + lambda I)^{-1} X^T y"

DERIVABLE = {
    "2a": Derivation(letters=_VECTOR), "2b": Derivation(letters=_VECTOR), "2c": Derivation(letters=_VECTOR),
    "2d": Derivation(letters=_VECTOR),
    "2e": Derivation(every={"x": "len(A)"}, truth=True, letters={"n": "len(A)"}),
    "3a": Derivation("w", _WITH_X), "3b": Derivation("w", _GIVEN_FACTORS),
    "3c": Derivation(letters=_WITH_X | {"A": "np.linalg.pinv(X)"}),
    "3c.any": Derivation(letters=_WITH_X | {"A": "np.linalg.pinv(X)"}),
    "3d": Derivation("w", _WITH_X), "3e": Derivation("w", _GIVEN_FACTORS),
    "3f": Derivation(letters=_WITH_X | {"B": "np.linalg.pinv(X)"}),
    "3f.any": Derivation(letters=_WITH_X | {"B": "np.linalg.pinv(X)"}),
    "4a": Derivation("w", _WITH_X), "4b": Derivation(letters={}), "4c": Derivation(letters=_SIZES),
    "4d": Derivation(every={"w": "X.shape[1]"}, letters=_WITH_X, introduced=("X_hat", "y_hat"),
                     aim="np.sum((y - X @ w)**2) + lam * np.sum(w**2)",
                     ends="Introduce X_hat and y_hat, and lead ||y_hat - X_hat w||^2 to ||y - X w||^2 + λ ||w||^2."),
    "4e": Derivation("eta", _WITH_X), "4f": Derivation("w", _WITH_X),
    "4g": Derivation(letters=_WITH_X | _ANY_LAMBDA, formulas={"w": _RIDGE},
                     ends="Here w is the ridge solution; lim_{λ→∞} (…) is a limit."),
    "4h": Derivation("w", _WITH_X | _ANY_LAMBDA, ends=_LIMIT),
    "4h.any": Derivation("w", _WITH_X | _ANY_LAMBDA, ends=_LIMIT),
    "5a.i": Derivation("e"), "5a.ii": Derivation(), "5a.iii": Derivation(), "5a.iv": Derivation(),
    "5c": Derivation("e"), "5d": Derivation("e"),
}

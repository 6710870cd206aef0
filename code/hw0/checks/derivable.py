"""The parts whose answer can be derived line by line, and the letters that their derivations may use.

A part is here if what it asks for is an expression in its names, or, for 2e, a relation between such expressions.
Not here: 4d asks for a pair of blocks up to order and sign, 4g for a limit at infinity, 5b for words.
"""
from answers import Derivation

_SIZES = {"n": "X.shape[0]", "d": "X.shape[1]"}
_FACTORS = {"U": "np.linalg.svd(X)[0]", "V": "np.linalg.svd(X)[2].T", "Vt": "np.linalg.svd(X)[2]",
            "s": "np.linalg.svd(X)[1]", "Sigma": "np.linalg.svd(X)[0].T @ X @ np.linalg.svd(X)[2].T"}
_GIVEN_FACTORS = {"V": "Vt.T", "Sigma": "np.eye(len(U), len(Vt)) * np.append(s, np.zeros(len(Vt)))[:len(Vt)]",
                  "X": "U[:, :len(s)] * s @ Vt[:len(s)]", "n": "len(U)", "d": "len(Vt)"}
_WITH_X = _SIZES | _FACTORS
_VECTOR = {"n": "len(x)"}

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
    "4e": Derivation("eta", _WITH_X), "4f": Derivation("w", _WITH_X),
    "4h": Derivation("w", _WITH_X), "4h.any": Derivation("w", _WITH_X),
    "5a.i": Derivation("e"), "5a.ii": Derivation(), "5a.iii": Derivation(), "5a.iv": Derivation(),
    "5c": Derivation("e"), "5d": Derivation("e"),
}

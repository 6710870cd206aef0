"""Faults that leave a true statement: what `tools/formula_faults.py` plants and nothing notices, each looked at."""

ODD = "for odd n every one of these determinants is zero, and for even n the sign is 1"
ZERO = "both sides are zero, whatever the factor that was changed"
WEAKER = "true, and says less"
SAME = "the two sides are one and the same"
SMALL = "true of all x from 0 to 1 and all t from 1 on, too"
# {(formula, kind of the fault, its place): why the statement is still true}
STILL_TRUE = {
    ("eq-vc-definition", "letter", 49): "the numerator alone tends to zero, whatever fixed number it is divided by",
    ("eq-vc-agree", "transpose", 8): "(A^T + A^T) in the place of (A + A^T) says the same of x as the other two rows",
    ("eq-vc-agree", "transpose", 31):
        "x^T A^T in the place of x^T A: either is half of the sum if and only if they agree",
    ("eq-left-inverse", "order", 73): "pinv(Sigma) Sigma is the identity, where X has full column rank",
    ("eq-right-inverse", "order", 6): "Sigma pinv(Sigma) is the identity, where X has full row rank",
    ("eq-stationary", "letter", 15): "a number that does not depend on w has the derivative zero, too",
    ("eq-stationary", "letter", 80): "a number that does not depend on the multipliers has the derivative zero, too",
    ("eq-eckart-young", "constant", 60): WEAKER,
    **{("eq-truncation-error", kind, at): WEAKER
       for kind, at in [("letter", 8), ("letter", 12), ("sign", 43), ("term", 43)]},
    **{(key, "letter", at): "a matrix minus itself is zero"
       for key in ("(M - A)X = 0", r"(M - A)A^\top = 0") for at in (1, 5)},
    (r"\eta < 1/\sigma_1^2", "constant", 7): WEAKER,
    ("eq-ridge-distance", "term", 49): "a smaller denominator makes a weaker bound",
    **{(r"\det K = \det K^\top = \det(-K) = (-1)^n \det K", kind, at): ODD
       for kind, at in [("transpose", 5), ("transpose", 14), ("sign", 28), ("transpose", 29), ("sign", 35),
                        ("transpose", 46)]},
    (r"X^\top X v = 0", "letter", 0): ZERO,
    **{(r"0 = v^\top X^\top X v = \lVert Xv \rVert^2", "letter", at): ZERO for at in (11, 18)},
    **{("eq-ridge-stopping-bounds", kind, at): WEAKER for kind, at in [("constant", 84), ("term", 95)]},
    **{(r"(1 - x)(1 + x) \le 1", kind, at): SMALL
       for kind, at in [("term", 1), ("sign", 8), ("term", 8), ("constant", 19)]},
    **{(r"(1 + x)^t \ge 1 + tx", kind, at): SMALL
       for kind, at in [("constant", 1), ("letter", 5), ("sign", 14), ("term", 14), ("letter", 18)]},
    **{(r"(1 - x)^t \le 1/(1 + tx)", kind, at): SMALL
       for kind, at in [("constant", 14), ("term", 17), ("letter", 21)]},
    **{(r"(1 - x)^t \ge 1 - tx", kind, at): SMALL
       for kind, at in [("exponent", 1), ("sign", 1), ("term", 1), ("constant", 1), ("term", 14), ("letter", 19)]},
    **{(key, "letter", at): SAME
       for key, places in [(r"J(w) \le J(v)", (2, 11)), (r"\lVert v \rVert \le \lVert w \rVert", (7, 27)),
                           (r"\lambda \lVert w \rVert^2 \ge \lambda \lVert v \rVert^2", (15, 45))]
       for at in places},
    (r"\det K = 0", "transpose", 5): "a matrix and its transpose have one determinant",
    (r"\kappa \times x = 0", "letter", 0): "the product of a vector with itself is zero, and so is this one",
    (r"\kappa \times x = 0", "letter", 14): "the product of a vector with itself is zero, and so is this one",
    (r"0 = v^\top X^\top X v = \lVert Xv \rVert^2", "exponent", 24): ZERO,
    **{(r"(X v_i)^\top X v_j = v_i^\top (X^\top X v_j) = \sigma_j^2\, v_i^\top v_j = 0", kind, 47): ZERO
       for kind in ("exponent", "index", "letter")},
    (r"w^\top v = \mu^\top X v = 0", "letter", 11): ZERO,
    (r"\sigma_1 \ge \sigma_2 \ge \dots \ge 0", "index", 0): WEAKER,
    (r"\eta \le 1/(2\sigma_1^2)", "constant", 9): WEAKER,
    (r"f(x) \in \mathbb R^p", "letter", 2): "c is a vector of the same length",
    (r"2\lambda > 0", "constant", 0): "three times a positive number is positive",
    (r"2\lambda > 0", "letter", 1): "the objective is positive",
    (r"\lambda\sigma_i / (\sigma_i^2 + \lambda) \to \sigma_i", "exponent", 19): "λ passes it by, whatever it is",
    ("e < x < 0 < -1/x", "constant", 13): "where x is negative, so is e, and every such number is positive",
    ("e < x < 0 < -1/x", "letter", 15): "where x is negative, so is e, and every such number is positive",
    ("w - bx = -(|w| + bx) < 0", "constant", 23): WEAKER,
    ("ww' > 0", "letter", 0): "a square is positive",
    ("ww' > 0", "letter", 1): "a square is positive",
    ("-1/x < 0", "constant", 1): "minus a positive number is negative",
    ("-1/x < 0", "letter", 3): "minus a positive number is negative",
    ("-1/x < 0", "constant", 7): WEAKER,
}

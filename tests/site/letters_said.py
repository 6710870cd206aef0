"""What some letters of each chapter mean where they stand, in formulas and in the words of figures and questions."""

# {chapter: (sign, words of its meaning, a piece of the LaTeX, a section)}
SAID = {
    "learning_goals": [("p", "confidence that is stated", "p = q", "what-the-score-means"),
                       ("n", "how many answers have", "n_k", "three-parts-of-one-number")],
    "vector_calculus": [
        ("A", "constant matrix", r"x^\top A x", "part-2d"),
        ("x", "variable", r"x^\top c", "part-2a"),
        ("δ", "if", r"\delta_{ik}", "part-2a"),
        ("δ", "error in one entry", r"|\delta|", "a-test-that-can-be-trusted"),
        ("i", "indices", "x_i", "part-2a"),
        ("i", "imaginary", "i h f'", "how-long-a-step"),
        ("κ", "axis", r"\kappa \times", "the-axis-of-luck"),
        ("f", "derivatives of a function", "f''", "how-long-a-step"),
    ],
    "least_squares": [
        ("X", "data, one sample a row", "Xw", "part-3a"),
        ("w", "weights", "Xw", "part-3a"),
        ("σ", "singular values", r"\sigma_i", "part-3b"),
        ("u", "column", r"\sigma_i u_i", "part-3b"),
        ("†", "pseudoinverse", r"X^\dagger y", "part-3e"),
        ("η", "learning rate", r"\eta", "gradient-descent-from-zero-3"),
        ("c", "coordinates", r"z_i = c_i / \sigma_i", "part-3b"),
        ("c", "how much each sample counts", "c_i > 0", "some-samples-count-more"),
        ("r", "residual of sample", r"c_i\, r_i^2", "some-samples-count-more"),
        ("w", "descent starts", "w_0", "gradient-descent-from-zero-3"),
        ("w", "true weights", "w_0", "gaussmarkov-theorem"),
    ],
    "ridge": [
        ("λ", "ridge penalty", r"\lambda I", "part-4a"),
        ("η", "stacked unknown", r"\eta", "part-4e"),
        ("η", "learning rate", r"\eta", "early-stopping-noise-and-a-budget"),
        ("e", "unit vector", "e_i", "part-4e"),
        ("e", "left out", "e_i", "which-lambda"),
        ("e", "2.71828", "p(w) =", "part-4c"),
        ("X", "fake samples", r"\hat X", "part-4d"),
        ("x", "share of the distance", r"x = 2\eta\sigma^2", "early-stopping-noise-and-a-budget"),
        ("d", "features", "(d, d)", "part-4a"),
    ],
    "relu_elbow": [
        ("w", "slope of its line", "wt + b", "part-5a-i"),
        ("e", "elbow, where", r"e = -\frac{b}{w}", "part-5a-i"),
        ("e", "elbow after one step", "e_i'", "part-5d"),
        ("W", "into and out of", "W^2_i", "part-5c"),
        ("a", "where a unit is active", "a_i", "part-5d"),
        ("a", "slope of the unit", "a", "a-leaky-unit"),
        ("η", "learning rate", r"\eta", "part-5b"),
        ("f", "function of a network", r"\hat f", "part-5c"),
    ],
    "networks": [
        ("X", "data, one sample a row", "X W + b", "part-6-affine-forward"),
        ("σ", "deviation of the weights", r"\sigma", "part-6a"),
        ("v", "velocity", r"\mu v", "rules-for-a-step"),
        ("v", "direction", "v", "the-check-that-rejects-right-code"),
        ("c", "edges", "c_1", "part-6a"),
        ("c", "a class", "e^{s_c}", "part-6-softmax-loss"),
        ("1", "column of ones", r"\mathbf 1", "part-6-affine-backward"),
    ],
}
# {chapter: (sign, words of its meaning, the formula, the figure or question)}
SAID_IN_WORDS = {
    "vector_calculus": [("v", "of a step", "v1", "fig-row"), ("A", "constant matrix", "2x⊤A", "predict-2d")],
    "least_squares": [("σ", "singular values", "σ1", "predict-3b"), ("†", "pseudoinverse", "X†y", "fig-subspaces"),
                      ("Σ", "on a diagonal", "Σ", "predict-3e"), ("Σ", "pseudoinverse", "Σ†", "predict-3e"),
                      ("v", "right singular vector", "v1", "predict-3b")],
    "ridge": [("λ", "ridge penalty", "log10 λ", "fig-posterior"), ("η", "learning rate", "1 − (1 − 2ησ2)t",
                                                                  "fig-early-stopping")],
    "relu_elbow": [("e", "elbow after one step", "e′", "fig-pivot"), ("e", "elbow, where", "e", "fig-pivot"),
                   ("ϕ", "ReLU unit", "ϕ(t)", "fig-bend")],
    "networks": [("s", "score of class", "s", "fig-backward"),
                 ("Z", "pre-activations", "dZ", "predict-6-affine_backward"),
                 ("W", "first and the second layer", "W2", "fig-backward")],
}
# {page without letters of its own: (sign, words of its meaning, a piece of the formula)}
SAID_ELSEWHERE = {
    "appendix/glossary": [
        ("H", "Hessian", "H v > 0"), ("H", "hat matrix", "tr}(H)"), ("σ", "singular values", "\\sigma_1 / \\sigma_r"),
        ("σ", "deviation of the weights", "\\sqrt{h/2}"),
        ("h", "difference step", "f(x+h)"), ("h", "hidden units", "h/2"),
        ("w", "slope of its line", "-b/w"), ("w", "weights", "X^\\top X w"), ("w", "weights", "Xw - y"),
        ("y", "right class", "s_y"), ("†", "pseudoinverse of X", "X^\\dagger ="), ("A", "left inverse", "AX"),
        ("δ", "residual", "\\delta"), ("g", "residual at point", "g_k x_k"),
    ],
    "appendix/on_trial": [
        ("A", "constant matrix", "x^\\top A x"), ("A", "left inverse", "A X"), ("A", "left inverse", "A"),
        ("η", "learning rate", "\\eta x"), ("w", "slope of its line", "b x"), ("e", "elbow after one step", "e' - e"),
        ("λ", "ridge penalty", "λ"), ("n", "length of", "n = 1"),
        ("i", "indices", "u_i"), ("v", "right singular", "v_i"),
    ],
    "appendix/claims": [("λ", "ridge penalty", "\\lambda")],
    "appendix/live_figures": [("k", "how many terms", "k"), ("w", "slope of its line", "w > 0"),
                              ("A", "constant", "A x"), ("h", "difference step", "h")],
    "chapters/7_study_log": [("A", "constant matrix", "2x⊤A"), ("A", "left inverse", "XA"), ("w", "slope", "w > 0"),
                             ("w", "weights", "Xw = y"), ("t", "axis of a plot", "wt + b")],
    "index": [("w", "slope of its line", "w"), ("b", "bias of a unit", "b")],
}
# {chapter: (sign, words of its meaning, the sentence of an answer box or a verdict)}
SAID_IN_SENTENCES = {
    "vector_calculus": [("x", "variable", "xT A x"), ("A", "constant matrix", "xT A x")],
    "least_squares": [("s", "singular values", "U (n, n), s, Vt"), ("w", "favourite", "nearest to w0"),
                      ("Z", "any matrix of rank", "a matrix Z of rank"), ("X", "pseudoinverse", "A = X+")],
    "ridge": [("X", "fake samples", "X̂ w"), ("N", "normal distribution", "~ N(0"), ("N", "noise", "√λ N"),
              ("η", "stacked unknown", "√λ In"), ("p", "density", "p(w | y)")],
    "relu_elbow": [("e", "elbow after one step", "the elbow e′"), ("t", "axis of a plot", "max(0, w t + b)"),
                   ("α", "leaky", "α w"), ("w", "after one step", "the slope w′")],
    "networks": [("W", "first and the second", "relu(X W1 + b1)"), ("Z", "pre-activations", "max(0, Z)"),
                 ("v", "velocity", "μ v")],
}

"""Derivations as the page judges them: right ones pass, of wrong ones the step that the ledger blames is marked, and so
is each planted fault."""

from hw0.audit.ledger import claims
from hw0.audit.wrong_steps import DERIVATIONS
from hw0.checks import PARTS
from hw0.checks.derivable import DERIVABLE
from hw0.checks.page_data import page_part
from hw0.checks.registry import HOMEWORK
from tests.answers.parity import in_node
from tests.extent import some
from tests.hw0.checks.derivation_faults import lines_of, planted
from tests.hw0.checks.right_derivations import RIGHT
from tests.hw0.checks.wrong_derivations import CLAIMS, STEPS

WRONG = STEPS | CLAIMS
FAULTS = [(part, *fault) for part, texts in RIGHT.items() for text in texts for fault in planted(text)]
SAMPLE = some(FAULTS, FAULTS[::24])
NOTICED = 0.99
# Faults that leave a true statement, or one that holds for the asked value: no judge of lines can see them.
TRUE_ALL_THE_SAME = {
    ("2d", "x^T A^T x = ∑_i ∑_j x_i A_ij x_j"), ("2d", "x^T A x = ∑_i ∑_j x_i A_ji x_j"),
    ("2d", "∂/∂x_k (x^T A^T x) = ∑_j A_kj x_j + ∑_i x_i A_ik"), ("2d", "d(x^T A^T x)/dx = (A x)^T + x^T A"),
    ("2d", "d(x^T A^T x)/dx = x^T A^T + x^T A"),
    ("2e", "x^T (A^T + A^T) = 2 x^T A"), ("2e", "x^T (A + A^T) = 2 x^T A^T"),
    ("2e", "x^T A^T + x^T A^T = x^T A + x^T A"),
    ("3a", "d/dw (w^T X^T X w - 2 y^T X w - y^T y) = 2 w^T X^T X - 2 y^T X"), ("3a", "3 (X w - y)^T X = 0"),
    ("4c", "= (||y - X w||^2 + λ ||w||^2)/(2 λ) - const"),
    ("4h", "w = lim_{λ→0} ((X^T X - λ I)^{-1} X^T y)"),
    ("4h", "= lim_{λ→0} (V (Σ^T Σ - λ I)^{-1} Σ^T U^T y)"), ("4h", "= lim_{λ→0} (V (Σ^T Σ + λ^2 I)^{-1} Σ^T U^T y)"),
    *(("4g", line) for line in (       # 0 in the limit all the same
        "lim_{λ→∞} w = lim_{λ→∞} (1/λ) lim_{λ→∞} ((X^T X/λ - I)^{-1} X^T y)",
        "lim_{λ→∞} w = lim_{λ→∞} (1/λ) lim_{λ→∞} ((X^T X/λ + I) X^T y)",
        *(rf"\lim_{{\lambda \to \infty}} w = \lim_{{\lambda \to \infty}} ({formula})" for formula in (
            "V (Σ^T Σ - λ I)^{-1} Σ^T U^T y", "V (Σ^T Σ + λ I)^{-1} Σ^T U y",
            "V^T (Σ^T Σ + λ I)^{-1} Σ^T U^T y", "V (Σ^T Σ + λ^2 I)^{-1} Σ^T U^T y")))),
}


def judged(tries):
    """What the page says of each (part, text)."""
    return in_node("derive.mjs", {"parts": [page_part(PARTS[name]).to_json() for name in DERIVABLE], "tries": tries})


def test_every_part_with_a_box_for_derivations_has_a_right_one():
    assert set(RIGHT) == set(DERIVABLE) <= set(HOMEWORK)


def test_sizes_have_letters_wherever_there_is_data():
    for part, found in DERIVABLE.items():
        given = {*PARTS[part].names}
        wanted = {"n", "d"} if given & {"X", "U"} else {"n"} if part[0] == "2" else set()
        assert wanted <= set(found.letters), part


def test_right_derivations_pass():
    tries = [(part, "\n".join(lines_of(text))) for part, texts in RIGHT.items() for text in texts]
    for (part, text), found in zip(tries, judged(tries), strict=True):
        assert found["word"] == "right", (part, text, found)
        assert set(found["states"]) <= {"given", "named", "holds", "asked"}


def test_the_step_that_the_ledger_blames_is_the_one_that_is_marked():
    tries = [(part, "\n".join(lines_of(text))) for part, text, _ in WRONG.values()]
    for (name, (_, _, number)), found in zip(WRONG.items(), judged(tries), strict=True):
        assert (found["word"], found["number"]) == ("wrong", number), (name, found)


def test_what_is_said_of_every_w_or_x_is_wrong_if_one_shows_it():
    tries = [("4d", "let X_hat = [X; √λ I_d]\nlet y_hat = [y; 0_d]\n||y_hat - X_hat w||^2 = ||y||^2"),
             ("2e", "let B = A - A^T\n= 0")]
    assert [(found["word"], found["number"]) for found in judged(tries)] == [("wrong", 3), ("wrong", 2)]


def test_the_wrong_derivations_are_those_of_the_ledger():
    blamed = {claim.id for claim in claims() if not claim.correct}
    assert set(CLAIMS) <= blamed
    assert {name: DERIVATIONS[name].wrong for name in STEPS} == {name: number for name, (*_, number) in STEPS.items()}


def test_planted_faults_are_marked_at_their_lines():
    assert len(FAULTS) > 250
    found = judged([(part, text) for part, _, _, text in SAMPLE])
    missed = [(part, kind, number, text.split("\n")[number - 1], one["word"], one["number"])
              for (part, kind, number, text), one in zip(SAMPLE, found, strict=True)
              if (one["word"], one["number"]) != ("wrong", number)
              and (part, text.split("\n")[number - 1]) not in TRUE_ALL_THE_SAME]
    assert len(missed) <= (1 - NOTICED) * len(SAMPLE), missed

"""Formulas are found where Markdown has them, and nowhere else."""

from formula.markdown import formulas, has_relation

TEXT = """Let $a = b$ and $x^2$; `$no$`, \\$5 and 6\\$.

$$
c < d
$$ (eq-one)

```python
cost = "$e$"
```

$$ f $$
"""


def test_displays_have_labels_and_lines_have_formulas():
    found = formulas(TEXT)
    assert [(formula.key, formula.displayed) for formula in found] == [
        ("a = b", False),
        ("x^2", False),
        ("eq-one", True),
        ("f", True),
    ]


def test_a_relation_is_seen():
    assert has_relation("a = b") and has_relation(r"x \in \mathbb R") and has_relation("a }")
    assert not has_relation("x^2") and not has_relation(r"p(y \mid w)")

"""A small chapter that keeps every rule: what the faults are planted in, beside the real chapters."""

from nbformat import v4

from tests.notebooks.chapter import Chapter
from tests.notebooks.outlines import OUTLINES
from tools.run_notebooks import seal

PROBLEM = """# Add three numbers

## The problem

The first three whole numbers are added, and we ask what comes out.

- You will be able to add.
- You will be able to ask before you add.
- You will be able to check what you have added.

We begin with the imports."""

PART = """That is what we asked for.

## An idea of its own ({part})

### Predict

The numbers $0$, $1$ and $2$ are added, in this order."""

DERIVED = """### Derive

The order of the summands does not matter, so we begin with the largest.

$$
2 + 1 + 0 = 3
$$ (eq-{part})

Nothing is left over, which is what {{eq}}`eq-{part}` says in one line.

### Check

The program has to agree with the derivation."""

EXERCISE = """### Add {number} more

Which numbers do you add first, and what does the order change?

:::{{admonition}} Hint
:class: dropdown

Begin with the largest of them.
:::

```{{dropdown}} Second hint
Then add what is left.
```

The check takes your answer."""

SOLUTION = """The verdict names the smallest counterexample if there is one.

:::{admonition} Solution
:class: dropdown

The order changes nothing, because addition is commutative.
:::"""

IMPORTS = "import numpy as np\n\nfrom hw0.checks import check\nfrom hw0.predictions import predict"
LIVE_FIGURE = '<div class="livefig"><svg role="img" aria-label="A line through three points, {seen}"></svg></div>'


def sample(stem="relu_elbow"):
    """Return a sealed chapter of this stem that breaks no rule; only the cells before its first check can be run."""
    outline = OUTLINES[stem]
    cells = [v4.new_markdown_cell(PROBLEM), _code(IMPORTS)]
    cells += [v4.new_markdown_cell("The sum is printed once.")]
    cells += [_code("total = np.arange(3).sum()\nprint(total)", v4.new_output("stream", text="3\n"))]
    for part in outline.checked:
        cells += [v4.new_markdown_cell(PART.format(part=part)), _code(f'predict("{part}")', _result("What comes out?"))]
        cells += [v4.new_markdown_cell(DERIVED.format(part=part)), _code(f'check("{part}", total)', _result("right"))]
    cells += [v4.new_markdown_cell("The verdict is the one that we derived.\n\n## Explore\n\nMove the point and watch "
                                   "the line follow it.")]
    alt = LIVE_FIGURE.format(seen="which follow the slider from left to right")
    cells += [_code("total", _result("a line", **{"text/html": alt}))]
    cells += [v4.new_markdown_cell("The line goes up by one at each step.\n\n## What chatbots got wrong\n\nOne said "
                                   "that it is four.")]
    cells += [_code("assert total != 4"), v4.new_markdown_cell("## Exercises\n\nEach of them takes a minute.")]
    for number in range(3):
        cells += [v4.new_markdown_cell(EXERCISE.format(number=number)),
                  _code(f'sum_{number} = None\ncheck("5.leaky", sum_{number})', _result("no answer yet"))]
        cells += [v4.new_markdown_cell(SOLUTION)]
    cells += [v4.new_markdown_cell("## Summary\n\nThree numbers have one sum.\n\n$$\n\\boxed{0 + 1 + 2 = 3}\n$$")]
    notebook = v4.new_notebook(cells=cells)
    settle(notebook)
    return Chapter(stem, notebook)


def _code(source, *outputs):
    return v4.new_code_cell(source, outputs=list(outputs))


def _result(text, **others):
    return v4.new_output("execute_result", {"text/plain": text, **others}, execution_count=0)


def settle(notebook):
    """Number the code cells and seal the notebook, in place, as an execution would."""
    for count, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
    notebook.metadata["executed"] = seal(notebook)

"""The HTML of an answer box: what is asked, a place to write, and the verdict below; for some parts a fold to derive
the answer in."""

from html import escape

KEEPS = "What you write stays on this device, in this browser. Nothing is sent anywhere."
KEYS = ("<span><kbd>Shift</kbd> + <kbd>Enter</kbd> checks as well.</span> NumPy is at hand as <code>np</code>.")


def box(part, asks="", source="", stored=""):
    """Return the HTML of the box of a Part.

    It is hidden until its script runs: without JavaScript the page shows `stored` in its place.

    Parameters
    ----------
    part : the Part
    asks : what is asked, as HTML with the formulas typeset; without it the part's own plain text
    source : where its data are, relative to the script: what `Site.source` returns
    stored : HTML that only readers without JavaScript see
    """
    anchor = f"answer-{part.id}"
    chips = " ".join(f"<code>{escape(name)}</code>" for name in part.names)
    return (
        '<section class="answer">\n'
        f'<div data-answer="{escape(part.id)}" data-source="{escape(source)}">\n'
        f'<label id="{anchor}-label" for="{anchor}">Your answer to {escape(part.id)}</label>\n'
        f'<div class="answer-asks" id="{anchor}-asks">{asks or escape(part.asks)}</div>\n'
        f'<p class="answer-names" id="{anchor}-names">{_names(part)} {chips}</p>\n'
        f'<div class="answer-editor"><pre aria-hidden="true"></pre><textarea id="{anchor}" rows="2" spellcheck="false" '
        f'autocapitalize="off" autocomplete="off" autocorrect="off" data-gramm="false" '
        f'aria-describedby="{anchor}-asks {anchor}-names {anchor}-keys"></textarea></div>\n'
        f'<div class="answer-tools"><button type="button" aria-label="Check your answer to {part.id}">Check</button>'
        f'<span id="{anchor}-keys">{KEYS}</span></div>\n'
        f'<output for="{anchor}" role="status"></output>\n</div>\n'
        f"{_steps(part, source) if part.derivation else ''}"
        f'<details class="answer-more"><summary aria-label="More on your answer to {part.id}">More</summary>'
        f"<p>{KEEPS}</p></details>\n"
        f'<div class="answer-stored">{stored}</div>\n</section>\n'
    )


def _steps(part, source):
    """Return the fold in which a derivation is written; its script is loaded when it is opened."""
    anchor = f"derivation-{part.id}"
    return (
        '<details class="answer-steps"><summary>Write the derivation, a step a line</summary>\n'
        f'<div data-derivation="{escape(part.id)}" data-source="{escape(source)}">\n'
        f'<label for="{anchor}">Your derivation of {escape(part.id)}</label>\n'
        f'<div class="answer-names" id="{anchor}-help"></div>\n'
        f'<textarea id="{anchor}" rows="5" spellcheck="false" autocapitalize="off" autocomplete="off" '
        f'autocorrect="off" data-gramm="false" aria-describedby="{anchor}-help"></textarea>\n'
        f'<div class="answer-tools"><button type="button" aria-label="Check the steps of {part.id}">'
        'Check the steps</button></div>\n'
        f'<output for="{anchor}" role="status"></output>\n</div></details>\n'
    )


def _names(part):
    if part.constant:
        return "A value, or an expression, or a function, in"
    return "An expression, some lines or a function, in"


def progress(ids, word="parts"):
    """Return the HTML of "19 of 43 parts right", kept up to date by the script; nothing without it.

    Once something is kept, two buttons stand beside it: one saves all answers as `answers.py`, one deletes them.
    """
    listed = escape(" ".join(ids))
    return (f'<span class="answers-progress" data-answers-right="{listed}" data-answers-word="{word}"></span>\n'
            '<span class="answers-acts" data-answers-acts hidden><button type="button">Save as answers.py</button> '
            '<button type="button">Reset …</button> <output role="status"></output></span>')


def mark(part_id):
    """Return the HTML of the mark beside the name of a part that was answered right; hidden until then."""
    return f'<span class="answer-mark" data-answer-mark="{escape(part_id)}" title="answered right" hidden>✓</span>'

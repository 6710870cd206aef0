"""Citations in three forms, from what people type."""

import re

import pytest

from hw0.study_log.citation import Source, bibtex, markdown, plain

BOOK = Source("Doe, J.", "Singular values at work", "2030", "An invented publisher", "part 3e")
BOT = Source("An invented company", "Limits of ridge", where="Chatbot 7.1, 7 October",
             used_for="a guess, refuted by hand.")


def test_plain_text_names_everything_once():
    assert plain(BOOK) == "Doe, J. (2030). Singular values at work. An invented publisher. Used for: part 3e."
    assert plain(BOT) == ("An invented company. Limits of ridge. Chatbot 7.1, 7 October. "
                          "Used for: a guess, refuted by hand.")


@pytest.mark.parametrize("form", [plain, markdown])
def test_what_is_not_known_leaves_no_trace(form):
    assert form(Source("Doe", "")) == "Doe."
    assert form(Source("", "Notes")).strip("*.") == "Notes"


def test_markdown_sets_the_title_apart_and_shows_what_was_typed():
    assert "*Singular values at work*" in markdown(BOOK)
    assert markdown(Source("A_b", "x <script> [y](z) `c`")) == r"A\_b. *x \<script\> \[y\](z) \`c\`*."


NASTY = ["# Me", "- x\nnew", "+ a", "1. first", "2) second", "1", "-", "&amp; &lt;", " <b>*a* `c` ", "a\n\n    b",
         "~~no~~", "::: note",
         "% remark", "$x$", "{x}`y`", "> quoted", "![a](b)", "a\\", "===", "---", "a | b", "\u2028x\ty"]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=repr)
@pytest.mark.parametrize("column", Source._fields)
def test_markdown_shows_every_text_as_it_is_in_one_line(column, text):
    # what makes the book reads Markdown and HTML, too; the mathematics is tested without it as well
    markdown_it, bs4 = (pytest.importorskip(name, reason="comes with jupyter-book") for name in ("markdown_it", "bs4"))
    source = BOOK._replace(**{column: text})
    if column == "author":
        source = source._replace(year="")
    line = markdown(source)
    assert len(plain(source).splitlines()) == len(line.splitlines()) == 1
    shown = bs4.BeautifulSoup(markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(line), "html.parser")
    assert [e.name for e in shown.find_all(True)] == ["p", "em"]
    assert shown.get_text().strip() == plain(source)
    assert not re.match(r"[%:+$]|[^\\]*(?<!\\)\$", line)  # what MyST takes for a remark, a block or a formula


def test_bibtex_has_balanced_braces_and_a_plain_key():
    for source in (BOOK, BOT, Source("Ωmega & Söhne", "100 % {of} C:\\path_$#^~", "2030")):
        text = bibtex(source)
        unescaped = re.sub(r"\\[{}]", "", text)
        assert unescaped.count("{") == unescaped.count("}")
        assert re.fullmatch(r"@misc\{[a-z0-9]+,", text.splitlines()[0])


def test_bibtex_takes_commands_for_characters():
    text = bibtex(Source("A & B", r"50 % of x_1 \ {y}", "2030", "~a^b"))
    assert r"author = {{A \& B}}" in text
    assert r"title = {{50 \% of x\_1 \textbackslash{} \{y\}}}" in text
    assert r"howpublished = {\textasciitilde{}a\textasciicircum{}b}" in text


def test_bibtex_key_is_author_year_and_a_word_of_the_title():
    assert bibtex(BOOK).startswith("@misc{doe2030singular,")
    assert bibtex(BOOK) == bibtex(BOOK)


@pytest.mark.parametrize("cite", [plain, markdown, bibtex])
def test_a_year_may_be_a_number_and_what_is_none_is_nothing(cite):
    assert cite(Source("A. Writer", "On elbows", 2024, None)) == cite(Source("A. Writer", "On elbows", "2024"))


def test_bibtex_needs_something_to_call_it():
    with pytest.raises(ValueError, match="an author or a title"):
        bibtex(Source("", "…"))

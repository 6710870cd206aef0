"""Forms on a static page: what is typed stays in the reader's browser, and leaves it as a file only.

    from worksheet import Text, Worksheet

    sheet = Worksheet("goals", "Your goals", [Text("aim", "What do you want to be able to do?")])
    sheet                                 # the last line of a cell shows it
    sheet.widget()                        # the same form in a running notebook, kept in a file

    fields.py     Text, Number, Statement, Table: what a reader can fill in
    sheet.py      Worksheet: fields with a title, their values, and what they count
    page.py       HTML; elements.py its elements as text
    form.py       the same form in a running notebook
    script/       the page's side: reads and fills the fields, keeps them, hands them out, takes them back
"""

from .fields import Column, Number, Statement, Table, Text
from .page import ASSETS
from .sheet import Worksheet

__all__ = ["ASSETS", "Column", "Number", "Statement", "Table", "Text", "Worksheet"]

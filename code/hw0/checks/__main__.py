"""A table of all parts: the arguments of an answer, what it returns, and how long a check of a right one takes."""
from time import perf_counter

from hw0.checks import PARTS, check

for part in PARTS.values():
    start = perf_counter()
    verdict = check(part, part.reference)
    print(f"{part.id:8} {1000 * (perf_counter() - start):5.0f} ms  {verdict.right!s:5}  "
          f"f({', '.join(part.names)}) -> {part.asks}")

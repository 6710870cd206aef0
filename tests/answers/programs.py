"""Programs whose last line has one value, in Python and on the page; and texts that the page must not run."""

PROGRAMS = [
    "x = 3\nx * 2",
    "def f(x):\n    '''twice'''\n    return 2 * x\nf(4)",
    "def outer(a):\n    def inner(b, c=a):\n        return b * c\n    return inner(3)\nouter(5)",
    "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(12)",
    "a, b = 1, 2\na, b = b, a\n(a, b)",
    "a, *b, c = range(5)\n(a, b, c)",
    "(a, b), c = [1, 2], 3\na + b + c",
    (
        "total = 0\nfor i in range(10):\n    if i % 2:\n        continue\n    if i > 6:\n        break\n"
        "    total += i\nelse:\n"
        "    total = -1\ntotal"
    ),
    "n = 0\nwhile n < 5:\n    n += 2\nelse:\n    n *= 10\nn",
    "for i in []:\n    pass\nelse:\n    i = 'none'\ni",
    "[i * j for i in range(3) for j in range(i) if i != j]",
    "{k: v for k, v in zip('ab', [1, 2])}",
    "{i % 3 for i in range(7)}",
    "sum(i for i in range(4))",
    "[[i, j] for i, j in enumerate('ab', start=1)]",
    "fs = [lambda: i for i in range(3)]\n[f() for f in fs]",
    "fs = [lambda i=i: i for i in range(3)]\n[f() for f in fs]",
    "def f(*a, k=2, **m):\n    return a, k, m\nf(1, 2, k=3, z=4)",
    "def f(a, b=2):\n    return a - b\n(f(1), f(b=1, a=5), f(*[3, 1]), f(**{'a': 9}))",
    "def f(a):\n    a.append(1)\n    a = a + [2]\n    return a\nb = []\n(f(b), b)",
    "1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, not 1 in [1], 1 not in [2], None is None, 3 is not None",
    "0 or 'a', 1 and [], [] or (), not [], 0.0 or None",
    "7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, 2 ** -1, 2 ** 10, (-8) ** 3, -2 ** 2, 0 ** 0, 1e3 // 7, "
    "-0.5 // 1, 5.0 % -3",
    "1 / 3, 2 / 1, True + True, True & False, True ^ 1, ~5, 6 & 3, 6 | 1, 1 << 5, 37 >> 2, -5 >> 1",
    "10 ** 20 + 1, 2 ** 100 % 97, 10 ** 20 // 7, (10 ** 18 + 1) == 10 ** 18 + 1.0",
    (
        "abs(-3), abs(-2.5), round(2.5), round(3.5), round(2.675, 2), round(-1.5), round(1234, -2), divmod(7, -2), "
        "round(1250, -2), round(-1350, -2), round(5, -1), round(7, -30), round(10**24 + 50, -2), "
        "pow(2, 5), int(-2.7), int('12'), float('1e3'), float('inf'), bool([]), bool(0.1)"
    ),
    (
        "min(3, 1, 2), max([1, 5.5, 2]), min('b', 'a'), max([1, -4], key=abs), min([], default=7), sorted([3, 1, 2], "
        "reverse=True), sorted('bca'), sorted([(2, 'b'), (1, 'z')], key=lambda t: t[1])"
    ),
    (
        "any([0, 1]), all([]), all(x > 1 for x in [2, 3]), len('abc'), len({1: 2}), "
        "list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(None, [0, 1, 2])), list(reversed([1, 2, 3]))"
    ),
    "list(zip([1, 2, 3], 'ab')), list(zip()), dict([(1, 2)]), dict(a=1), tuple('ab'), set([1, 1]), "
    "list(range(5, 0, -2)), list(range(0))",
    "a = [1, 2, 3, 4]\na[1:3], a[::-1], a[-1], a[:-2], a[5:], a[1:100], a[::2], (1, 2, 3)[1:], 'hello'[1:4], "
    "'hello'[::-1]",
    (
        "a = [1, 2, 3, 4]\na[1:3] = [9]\na[0] = 8\na.append(5)\na += [6]\na.insert(0, 7)\na.extend((1,))\n(a, a.pop(), "
        "a.pop(0), a.index(9), a.count(5), a)"
    ),
    "a = [3, 1, 2]\na.sort()\nb = a.copy()\nb.reverse()\nb.sort(key=lambda v: -v)\n(a, b)",
    (
        "d = {'a': 1}\nd['b'] = 2\nd['a'] += 5\n(d, d.get('c'), d.get('c', 0), list(d), list(d.values()), "
        "list(d.items()), 'a' in d, d.setdefault('z', 9), {**d, 'y': 0})"
    ),
    "d = {(0, 1): 'x', 2: 'y', True: 'z'}\n(d[0, 1], d[2.0], d[1], len(d))",
    (
        "(1, 2) + (3,), [0] * 3, 2 * (1,), 'ab' * 2, 'a' + 'b', [[0] * 2] * 2, (1, 2) < (1, 3), [1, 2] == [1, 2], "
        "(1,) == [1], 'a' < 'b', [1] < [1, 0]"
    ),
    "x = 5 if 3 > 2 else 6\ny = -x if x else 0\n(x, y)",
    "if 0:\n    r = 1\nelif [] or None:\n    r = 2\nelse:\n    r = 3\nr",
    "(y := 5) + y",
    "total = 0\nfor i, (a, b) in enumerate([(1, 2), (3, 4)]):\n    total += i * a * b\ntotal",
    "def f(x: float, y: int = 2) -> float:\n    z: float = x * y\n    return z\nf(1.5)",
    "x = [1,\n     2,\n     3]  # a comment\ny = (1 +\n     2)\nz = 1 + \\\n    2\n(x, y, z)",
    "a = b = [0]\nb.append(1)\na",
    "x = 1; y = 2; x + y",
    "def f():\n    return\nf()",
    "def f():\n    pass\nf()",
    (
        "import numpy as np\nimport math\nfrom numpy.linalg import inv, norm\nfrom numpy import linalg as LA\n"
        "import numpy.linalg as L\n(inv(np.eye(2)), norm([3, 4]), LA.det(np.eye(2)), L.norm([3.0, 4]), math.sqrt(4))"
    ),
    "from math import sqrt, pi\nimport numpy\n(sqrt(9), pi, numpy.ones(2))",
    "with np.errstate(divide='ignore'):\n    a = np.ones(2) / 0\na",
    "print('hello', f'{3}')\nprint()\n1",
    "assert 1 + 1 == 2, f'no {3}'\n4",
    "x = 0x1F + 0b11 + 0o7 + 1_000\nx, 1e-3, .5, 5., 1E2",
    "'a' 'b', r'\\n', 'it\\'s', \"\"\"x\ny\"\"\", 'A'.lower(), 'left'.upper(), ' a '.strip()",
    "w = np.zeros(2)\nfor _ in range(50):\n    w = w - 0.1 * (2 * w - np.array([1.0, 2.0]))\nw",
    (
        "A = np.arange(6.0).reshape(2, 3)\n[row.sum() for row in A], [v for v in A[0]], max(A[0]), sum(A), "
        "sorted(A[1], reverse=True), len(A), list(A[0])"
    ),
    "A = np.arange(6).reshape(2, 3)\nfor i in range(A.shape[0]):\n    for j in range(A.shape[1]):\n"
    "        A[i, j] = A[i, j] ** 2 / 2\nA",
    "n, d = np.ones((2, 3)).shape\n[n, d, np.zeros((n, d)).shape, range(n)[0]]",
    (
        "def softmax(z):\n    e = np.exp(z - z.max(axis=1, keepdims=True))\n"
        "    return e / e.sum(axis=1, keepdims=True)\n"
        "p = softmax(np.array([[1.0, 2, 3], [0, 0, 1000]]))\np[np.arange(2), [0, 2]] -= 1\np / 2"
    ),
    (
        "isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), isinstance('a', str), "
        "isinstance([1], list), isinstance((1,), tuple), isinstance(np.float64(1), float), "
        "isinstance(np.ones(1)[0], float), callable(len)"
    ),
    "str(3), str(1.5), str(1e20), str(1e-7), str(True), str(None), str(0.1 + 0.2), str(1e16), str(-0.0), "
    "str(123456789.123)",
    "a = np.array([1.0, 2.0])\nb = a\nb += 1\nc = a.copy()\nc *= 0\n(a, b, c)",
    "x = np.float64(2)\ny = x\ny += 1\n(x, y)",
    "f = lambda: f()\nf()",
    "1 <= 2 <= 2, 2 <= 1, 2 >= 3, 3 >= 3",
    "np.allclose([1.0], [1.0], equal_nan=False)",
    "np.linalg.norm(np.ones((2, 2, 2)), 2)",
    "1 / 0",
    "1.0 / 0",
    "[1][3]",
    "{'a': 1}['b']",
    "undefined",
    "constructor",
    "__proto__",
    "[].constructor",
    "(lambda __proto__: __proto__)(3)",
    "(lambda **named: named)(__proto__=1, toString=2)",
    "None[0]",
    "isinstance(1)",
    "(lambda: 0)(**{1: 2})",
    "np.linalg.multi_dot([np.eye(2)])",
    "len(5)",
    "1 + 'a'",
    "'a' + 1",
    "[1] + (1,)",
    "None + 1",
    "-[1]",
    "5()",
    "(lambda x: x)()",
    "(lambda x: x)(1, 2)",
    "(lambda x: x)(y=1)",
    "a, b = [1]",
    "a, b = 1, 2, 3",
    "for x in 5:\n    pass\n1",
    "int('x')",
    "int(float('nan'))",
    "float([1])",
    "max([])",
    "range(0, 1, 0)",
    "{[1]: 2}",
    "sorted([1, 'a'])",
    "1 < 'a'",
    "(1, 2)[0] = 3",
    "'abc'[0] = 'x'",
    "[1, 2].foo",
    "np.ones(2).foo",
    "(1.5).real, (2).real",
    "def f():\n    return y\nf()",
    "def f():\n    z = z + 1\n    return z\nz = 1\nf()",
    "assert False, 'no'",
    "raise ValueError('wrong')",
    "raise ZeroDivisionError",
    "list(zip([1], [1, 2], strict=True))",
    "2.0 ** 5000",
    "0.0 ** -1",
    "[][0]",
    "np.ones((2, 2))[2]",
    "math.sqrt(-1)",
    "bool(np.ones(2))",
    "if np.ones(2):\n    pass\n1",
    "np.ones(2) and 1",
    "not np.ones(2)",
    "float(np.ones(2))",
    "int(np.ones(1))",
    "[1, 2] @ np.ones((2, 2))",
    "np.ones(3) @ 2",
    "np.array([[1, 2], [3]])",
    "np.array([[1, 2], 3])",
    "2 @ 3",
    "np.eye(2) * [1, 2]",
    "[1, 2] * np.eye(2)",
    "np.ones(3) == [1, 1, 1]",
    (
        "np.float32(1) + 1, np.float32(1) + 1.5, np.float32(1) + np.float64(1), np.ones(2, np.float32) * 2.5, "
        "np.ones(2, int) * 2.5, np.int64(1) + 1.5, np.arange(3) + True"
    ),
]

# The page says that Python can do this, and gives no verdict.
BEYOND = [
    "class A:\n    pass",
    "import scipy",
    "import constructor",
    "np.allclose([1.0], [1.0], equal_nan=True)",
    "from hw import x",
    "try:\n    1\nexcept Exception:\n    2",
    "@cache\ndef f():\n    pass",
    "def f():\n    yield 1",
    "x = 1\ndel x",
    "def f():\n    global x",
    "1j",
    "(-8.0) ** 0.5",
    "np.random.rand(3)",
    "np.fft",
    "np.linalg.eig(np.eye(2))",
    "np.array(['a'])",
    "np.ones(2, dtype=complex)",
    "np.ones(2, dtype=np.float16)",
    "np.sum(np.ones(3), where=[True, False, True])",
    "f'{3}' + 'a'",
    "len(f'{3}')",
    "'a,b'.split(',')",
    "[1].remove(1)",
    "open('x')",
    "eval('1')",
    "b'a'",
    "np.ones(2).view(int)",
    "from numpy import *",
    "async def f():\n    pass",
    "def f(a, /):\n    return a",
    "np.zeros((10**9,))",
    "np.zeros((5000, 5000))",
    "np.eye(100_000)",
    "[0] * 10**9",
    "'a' * 10**8",
    "2 ** 100_000",
    "10 ** 10 ** 10",
    "1 << 10**6",
    "np.arange(10**9)",
    "np.array([2**62]) * 4",
    "np.array([2**53]) + np.array([2**53])",
    "while True:\n    pass",
    "for i in range(10**9):\n    pass",
    "sum(i for i in range(10**9))",
    "[i for i in range(10**8)]",
    "list(range(10**8))",
    "def f(n):\n    return f(n)\nf(1)",
    "a = []\nfor i in a + [1]:\n    while 1:\n        i += 1",
    "np.ones((1000, 1000)) @ np.ones((1000, 1000)) @ np.ones((1000, 1000))",
    "import os",
    "__import__('os')",
    "().__class__",
    "np.__dict__",
    "(lambda: 0).__globals__",
    "x = '" + "a" * 200_000 + "'",
    "(" * 500 + "1" + ")" * 500,
    "-" * 90_000 + "1",
    "+".join(["1"] * 40_000),
    "np.linalg.svd(np.ones((300, 300)))",
]

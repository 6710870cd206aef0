"""Programs for what no other text meets: branches and errors of the page's Python that one call in a thousand takes."""

VALUES = [
    "[1, 2, 3][9::-1], 'abc'[7:0:-1], np.arange(3)[5::-2], (1, 2)[-9:1], [1, 2, 3][:-9:-1], list(range(3)[8::-2])",
    "[True, 2, 3][np.array(1):], [1, 2, 3][np.int64(0)], (1, 2)[np.array(1)], 'abc'[np.int64(-1)]",
    "s = {1, 2}\ns.add(3)\ns.discard(1)\n(2 in s, 1 in s, len(s), s == {2, 3}, s == {2}, s == [2, 3])",
    "{1, 2, 3} - {2}, {1, 2} & {2, 3}, {1} | {2}, {1, 2} ^ {2, 3}, {*[1, 1]}, {1, *(2, 3)}",
    "{1: 2} | {1: 3, 2: 4}, {1: [2]} == {1: [2]}, {1: 2} == {1: 3}, {1: 2} != {2: 2}, {1: 2} == {1: 2, 3: 4}",
    "range(3) == range(0, 3), range(3) == [0, 1, 2], 2 in range(3), 'b' in 'abc', 'd' not in 'abc', 2.0 in (1, 2)",
    "2 in np.array([1, 2]), 7 in np.array([[1, 2], [3, 4]]), 3 in {3: 1}, 3 in {4}",
    "bool(np.array([3])), bool(np.array(0.0)), bool({}), bool(range(0)), bool(''), bool(np.array([[0]]))",
    "int(True), int(-0.5), int('-7'), int(np.float64(2.9)), float('-inf'), float(True)",
    "round(np.float64(2.567), 2), round(np.float64(2.5)), round(0.5)",
    "round(3, None), round(2.5, None), round(1e300, 2), round(-2.5, 0), round(1e22, -21), round(7, 2)",
    "round(0.125, 2), round(0.375, 2), round(5e-324, 3), round(float('inf'), 2), round(12345.678, -2)",
    (
        "isinstance(True, bool), isinstance({}, dict), isinstance({1}, set), isinstance({1}, dict), "
        "isinstance(1, (str, bool))"
    ),
    "list(filter(lambda x: x > 1, [1, 2, 3])), list(map(lambda x: -x, [1, 2]))",
    "dict({1: 2}), dict({1: 2}, a=3), dict([(1, 2)], b=4), set(), tuple(), list(), dict(), str(), int(), float()",
    (
        "a = [1, 2]\na.clear()\nb = {1: 2}\nc = b.copy()\nc[3] = 4\n(a, b, c, list(b.keys()), [3, 1].index(1), "
        "(4, 5).index(5))"
    ),
    "(2.0).is_integer(), (2.5).is_integer()",
    "1 < 2 < 1, 'a' < 'b' < 'c', [1, 2] < [1, 3] <= [1, 3], (1,) > (), [] < [0], 'ab' > 'aa', [2] > [1, 5]",
    "0 ** 0, 0.0 ** 0, 2 ** -1, (-1) ** 3, (-2.0) ** 2, 1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10",
    "-7 // 2.0, 7 // -2.0, -7 % 2.0, 7 % -2.0, -0.0 // 1, 0 % -3, 5 % 5.0, -5 % 5.0, 1e308 // 1e-308",
    "3 & 5, 3 | 5, 3 ^ 5, ~0, ~True, True | False, True & 3, 1 << 0, 0 >> 3, -1 >> 2",
    "str(float('nan')), str(float('inf')), str(-float('inf'))",
    "str(1e-5), str(123456.0), str(-1.5e-10), str(1e15), str(2**70)",
    (
        "np.zeros(np.array([2, 3])).shape, np.ones([2, 1]).shape, np.full((), 3.0), "
        "np.array(3).shape, np.array([[]]).shape"
    ),
    "np.array([1, 2])[np.array(1)], np.array([[1, 2], [3, 4]])[np.array([1, 0])]",
    "def f(a, b, *, c=3):\n    return a, b, c\n(f(1, 2), f(1, b=2, c=4))",
    "def f(*a, **k):\n    return len(a), sorted(k)\nf(*[1, 2], 3, **{'x': 1}, y=2)",
    "x = [0, 0, 0]\nx[1:2] = [7, 8]\nx[-1] = 5\nx[0:0] = (1,)\nx",
    "x = [3, 4]\n(a, *b), c = (1, 2, 3), x[1]\nx[0], x[1] = x[1], x[0]\n(a, b, c, x)",
    "for a, b in [(1, 2)]:\n    pass\nelse:\n    a = 5\nwhile a > 9:\n    pass\nelse:\n    b = 6\n(a, b)",
    (
        "n = 0\nwhile True:\n    n += 1\n    if n == 3:\n        continue\n    if n > 5:\n"
        "        break\nelse:\n    n = 0\nn"
    ),
    "x = 3\ndef f():\n    x = 4\n    def g():\n        return x + 1\n    return g()\n(f(), x)",
    "[(i, j) for i in range(3) if i for j in range(i) if j < 1], {i: i * i for i in range(3)}, [x for x, in [(1,)]]",
    "a = {}\na['x'], b = 1, 2\na['x'] += b\na['y'] = c = 5\n(a, c)",
    (
        "math.sqrt(4), math.hypot(3, 4), math.log(8, 2), math.log(math.e), math.comb(5, 2), "
        "math.factorial(5), math.fmod(-7, 3)"
    ),
    "math.atan2(-1, -1), math.floor(-2.5), math.ceil(-2.5), math.copysign(3, -0.0), math.isclose(1, 1 + 1e-10)",
    "min([3, 1], [2, 9]), max('a', 'b', key=lambda s: 1), min(2, 1.0), max([], default=3)",
    "list(range(np.array(3))), [0, 1, 2][:np.array(2)], [5, 6][np.array(1)]",
    (
        "np.logaddexp(np.inf, 1), np.logaddexp(-np.inf, -np.inf), np.hypot(np.inf, 1), "
        "np.logaddexp2(1, np.inf), np.logaddexp(1, -np.inf)"
    ),
    (
        "np.sign(np.nan), np.heaviside(np.nan, 1), np.fmax(np.nan, 1), np.fmin(1, np.nan), "
        "np.maximum(np.nan, 1), np.fmod(-5, 3), np.fmod(5.0, 0)"
    ),
    (
        "float('nan') // 1, float('inf') % 2, 5.0 % float('inf'), -5.0 % float('inf'), "
        "1 % -0.5, -0.0 % 5, 5 // float('inf'), -5 // float('inf')"
    ),
    "np.sum([1, 2], dtype=float), np.ones(3).mean(dtype=np.float32), np.array(3.0).argsort()",
    "np.ones(2)[True], np.ones(2)[False].shape, np.ones((2, 3))[True].shape, np.array(3)[...], np.array(3)[()]",
    (
        "np.array([True, False]) @ np.array([True, True]), np.array([[True]]) @ np.array([[False]]), "
        "np.dot([True], [True])"
    ),
    (
        "np.zeros((0, 2)) @ np.zeros(2), np.zeros((2, 0)) @ np.zeros((0, 3)), np.zeros(0) @ np.zeros(0), "
        "np.inner(2, [1, 2])"
    ),
    (
        "np.argmax([1, np.nan, 3]), np.argmin([np.nan, 1]), np.max([1, np.nan]), np.sort([3, np.nan, 1]), "
        "np.argsort([np.nan, 2, 1])"
    ),
    (
        "np.median([np.nan, 1]), np.min([np.nan]), np.nanmax([np.nan, 2]), "
        "np.sort([np.nan, np.inf, -np.inf]), np.unique([2, 1, 2])"
    ),
    "np.add(1, 2, dtype=float), np.exp(1, dtype=np.float32), np.add(1, 2, where=[True, False], out=np.zeros(2))",
    "np.clip([1, 5], None, 3), np.clip([1, 5], 2, None), np.size(np.ones((2, 3)), 1)",
    "def f():\n    import math as m\n    from math import sqrt as r, pi\n    return m.floor(2.5), r(4), pi\nf()",
    "def f():\n    (a, *b), c = (1, 2, 3), 4\n    for d, *e in [(1, 2)]:\n        pass\n    return a, b, c, d, e\nf()",
    "def f():\n    if (y := 3) > 2:\n        return y\n(f(), [z := 2, z ** 2])",
    "n = 0\nif n == 0:\n    while n < 3:\n        n += 1\nelse:\n    n = 9\nn",
    "n = 1\nif n == 0:\n    n = 7\nelif n == 1:\n    while n < 3:\n        n += 1\nelse:\n    n = 9\nn",
    "with np.errstate(all='ignore'):\n    n = 0\n    while n < 2:\n        n += 1\nn",
    "n = 0\nwhile n < 2:\n    n += 1\nelse:\n    while n < 5:\n        n += 1\nn",
    "def f():\n    while True:\n        for i in range(3):\n            if i == 2:\n                return i\nf()",
    "def f(n):\n    for i in range(n):\n        while True:\n            break\n    else:\n        return 'end'\nf(2)",
    "def f(n):\n    with np.errstate(all='ignore'):\n        return n\nf(2)",
    "'abc'.startswith('a'), 'abc'.startswith('b'), 'hELLO'.capitalize()",
    "{'a': 1}.get('a'), {'a': 1}.get('b'), {}.get(1, 2), {'a': 1}.setdefault('a', 5)",
    (
        "np.linalg.qr(np.eye(2)).R, np.linalg.svd(np.eye(2)).S, np.linalg.eigh(np.eye(2)).eigenvalues, "
        "np.linalg.slogdet(np.eye(2)).sign"
    ),
    "x = [1, 2, 3]\nx[:1] = [7]\nx[-1:] = [9, 8]\nx[2:2] = [0]\nx[5:] = [4]\nx[-9:1] = []\nx",
    "x = [1, 2]\nx[np.array(1)] = 5\nx[np.int64(0)] += 1\nx[-2] *= 3\nx",
    "np.einsum('i,i', np.array([True, False]), np.array([True, True])), np.inner([1, 2], 3), np.vdot(2, 3)",
    (
        "np.delete([1, 2, 3], [True, False, True]), np.delete([1, 2, 3], -1), np.delete(np.eye(3), 1, 0), "
        "np.delete([1, 2], [])"
    ),
    (
        "np.add.reduce(np.ones((2, 2)), axis=None), np.add.accumulate(np.ones(2), axis=0), "
        "np.add.reduce(np.ones((2, 3)), axis=-1)"
    ),
    (
        "np.linalg.matrix_rank(np.float32([[1, 0], [0, 1e-7]])), np.linalg.matrix_rank([[1, 0], [0, 1e-7]]), "
        "np.linalg.matrix_rank(np.zeros((2, 2)))"
    ),
    (
        "A = np.array([[[2.0, 0], [0, 1]], [[1, 1], [0, 1]]])\n(np.linalg.solve(A, np.ones((2, 2, 1))), "
        "np.linalg.solve(A, np.ones(2)), np.linalg.solve(A[0], np.ones((3, 2, 1))), "
        "np.linalg.slogdet(A).logabsdet, np.linalg.inv(A), A.mT)"
    ),
    (
        "np.linalg.norm([np.inf, 1]), np.linalg.norm([0, 3, 4], 0), np.linalg.norm([3, -4], -np.inf), "
        "np.linalg.norm([3, -4], np.inf)"
    ),
    "A = np.array([[1.0, -7], [2, 3]])\n[np.linalg.norm(A, p) for p in (1, -1, 2, -2, np.inf, -np.inf, 'fro', 'nuc')]",
    (
        "np.linalg.norm(np.eye(2), 2, keepdims=True), np.linalg.norm(np.eye(2), 1, axis=(0, 1), "
        "keepdims=True), np.linalg.norm(3.0)"
    ),
    (
        "np.linalg.cholesky(np.array([[4.0, 2], [2, 5]]), upper=True), "
        "np.linalg.matrix_power(np.array([[2.0, 1], [0, 1]]), 0)"
    ),
    "np.trace(np.array([[True, False], [False, True]])), np.trace(np.ones((2, 3))), np.trace(np.eye(3), 1)",
    "(lambda U, s, Vt: (U.T @ U, U * s @ Vt))(*np.linalg.svd(np.outer([0.1, 0.2, 0.3], [0.7, 0.9, 1.1])))",
    "(lambda U, s, Vt: (U.T @ U, U[:, :2] * s @ Vt))(*np.linalg.svd(np.outer([0.3, 0.1, 0.7], [0.1, 0.3])))",
    "(lambda U, s, Vt: (U.T @ U, Vt @ Vt.T))(*np.linalg.svd(np.zeros((3, 2)))), np.linalg.svd(np.ones((2, 3)))[1]",
    # squares that no float holds: the columns cannot be turned apart, and a direction is completed
    "(lambda U, s, Vt: (U.T @ U, Vt @ Vt.T))(*np.linalg.svd(np.array([[3e-200, -3e-287], [9e-200, -9e-287]])))",
    "np.linalg.qr(np.array([[0.0, 1], [0, 2]])), np.linalg.qr(np.zeros((2, 2))), np.linalg.pinv(np.zeros((2, 3)))",
    "np.cov([1, 2, 3]), np.cov([1, 2], [3, 5]), np.average([1, 2, 3], weights=[0, 0, 2]), np.linspace(3, 4, 1)",
    "np.array([2147483647, -2147483647], dtype=np.int32)",
    "np.where([True, False], 1, 2.0), np.where(np.array([0, 3]))[0], np.select([[True, False]], [[1, 2]], 7)",
    "np.pad([1], 2), np.pad([[1]], ((0, 1), (2, 0))), np.tile([1, 2], (2, 1, 2)), np.repeat([[1, 2]], 2, axis=0)",
    (
        "np.array_equal([1, 2], [1, 2, 3]), np.array_equal([np.nan], [np.nan]), np.allclose([1], "
        "[1 + 1e-9]), np.isclose(np.inf, np.inf)"
    ),
    "np.bincount([0, 2, 2]), np.bincount([]), np.diff([1, 4, 9], n=2), np.hypot.reduce([-3.0])",
    (
        "np.ones((2, 3)).max(axis=1, keepdims=True), np.ptp([3, 1]), np.std([1, 2, 3], ddof=1), "
        "np.var([[1, 2], [3, 4]], axis=0)"
    ),
    "'%' in 'a%', 'a' * 3, 3 * 'ab', [1, 2] * 2, 2 * (1,), -1 * [1], 'ab' < 'b', '' == '', 'x' != 'y'",
    "not 0, not '', 1 and 2, 0 and 2, 0 or 3, None or 'a', 1 if [] else 2, not not [0]",
    (
        "sorted([3, 1, 2], key=lambda v: -v), sorted(['b', 'a'], reverse=True), list(reversed((1, 2))), "
        "sum([[1], [2]], []), sum((1, 2), 5)"
    ),
    (
        "list(enumerate('ab', 1)), dict(zip('ab', (1, 2))), [*range(5)][::-2], 'abcdef'[1:5:2], "
        "(1, 2, 3)[-2:], [1, 2, 3][5:]"
    ),
    "np.arange(3)[-3], np.arange(6).reshape(2, 3)[-2, -3], np.linalg.matrix_rank([[1, 0], [0, 0.3]], rtol=0.5)",
    "np.linalg.matrix_power(np.zeros((2, 2)), 0), np.linalg.solve(np.zeros((0, 0)), np.zeros((0, 2)))",
    "np.median(3.0, axis=0), np.sum(3.0, axis=0), np.max(2, axis=-1), np.mean(3.0, axis=0)",
    "np.linalg.det(np.zeros((0, 0))), np.nanmedian([1, np.nan, 3]), np.nanmean([np.nan, 1])",
    "x = np.zeros(3)\nx[:] = np.array([[1, 2, 3]])\nx",
    # options that are 1 or 0, and what changes in place
    "np.linspace(0, 1, 4, endpoint=0), np.linalg.norm(np.eye(2), 2, keepdims=1), np.add.reduce(np.eye(2), keepdims=1)",
    "a = b = [1]\na *= 2\ns = t = {1, 2}\ns -= {2}\nd = e = {1: 2}\nd |= {3: 4}\n(b, t, e)",
    "c = [1, 2]\nc += np.ones(2)\nc",
    "[0] * np.int64(3), np.int64(2) * (1,), 'ab' * np.int64(2), str(np.float64(0.5)), str([1, 2.0, None]), str((1,))",
    "float('+inf'), float('-Infinity'), float('1e400'), float('1_0'), int('1_000'), np.expand_dims([1, 2], (-1, -2))",
    "[np.float64(3), 4].index(3), [np.float64(3), 4].count(3.0), [5, 6].index(np.int64(6)), [np.ones(1)] == [[1]]",
    "e = np.zeros(2)\ne[0] = None\ne",
]
# Errors of Python and NumPy, with their words.
ERRORS = [
    "np.zeros(-1)", "np.sum(np.ones((2, 3)), axis=(0, 0))", "np.ones((2, 3)).transpose(0, 0)",
    "np.ones((2, 3)).reshape(-1, -1)", "np.ones((2, 3)).reshape(4, 2)", "np.array([1], dtype='x')",
    "def f(a):\n    return a\nf(1, 2)", "def f():\n    return 1\nf(2)", "def f(a):\n    return a\nf(1, a=2)",
    "def f(*, k):\n    return k\nf()", "def f(a, b, c):\n    return a\nf()", "def f(a, b):\n    return a\nf()",
    "def f(a):\n    return a\nf(b=1)", "def f(*, k, m):\n    return k\nf()", "[1, 2][::0]", "len(i for i in [1])",
    "len(5)", "len(np.float64(1))", "range()", "range(1, 2, 3, 4)", "range(1, 2, 0)",
    "abs('a')", "abs([1])", "int(float('inf'))", "int(float('nan'))",
    "int('x')", "float('abc')", "float([1])", "raise ValueError()", "raise ValueError", "raise TypeError('no')",
    "assert 0, 'no'", "assert []", "if np.array([]):\n    pass", "if np.ones(2):\n    pass", "list(np.float64(1))",
    "[1] + 1", "1 + [1]", "'a' + 1", "1 + 'a'", "[1] * 1.5", "'a' * []", "None + 1", "-'a'", "+[1]", "~1.5",
    "not_there", "1 < 'a'", "[1] < 1", "None < 1", "1 in 'a'", "[].pop()", "[1].pop(3)", "[1].index(2)",
    "(1,).index(2)", "{}['a']", "{1: 2}[3.5]", "[1][1.0]", "[1]['a']", "'a'[1]", "(1,)['x']", "[1][None]",
    "x = [1]\nx[3] = 2", "x = (1,)\nx[0] = 2", "x = 'ab'\nx[0] = 'c'", "{}[[]]", "{[]: 1}", "a, b = [1]",
    "a, b = 1, 2, 3", "a, *b, c = [1]", "for x in 5:\n    pass", "f = 3\nf()", "'a'()", "[].nothing", "'a'.nothing",
    "(1).nothing", "np.ones(2).nothing", "None.x", "5 // 0", "5 % 0", "5.0 // 0", "5.0 % 0", "0 ** -1", "0.0 ** -1",
    "1 << -1", "1 >> -1", "divmod(1, 0)", "10.0 ** 400", "math.sqrt(-1)", "math.log(0)", "math.log(-1)",
    "math.factorial(-1)", "math.factorial(2.5)", "math.exp(1000)", "math.acos(2)", "math.fmod(1, 0)", "math.pow(0, -1)",
    "math.log(2, 1)", "math.sqrt('a')", "np.concatenate([np.array(1), np.array(2)])", "np.stack([])",
    "np.stack([np.ones(2), np.ones(3)])", "np.vstack([np.ones(2), np.ones(3)])", "np.arange(1, 2, 0)",
    "np.diagonal(np.ones(2))", "np.trace(np.ones(3))", "np.ones((2, 3)) @ np.ones(2)", "np.ones(2) @ np.ones(3)",
    "np.ones(2) + np.ones(3)", "np.matmul(1, 2)", "x = np.ones(3)\nx[:] = [1, 2]",
    "x = np.ones((2, 2))\nx[0] = np.ones(3)", "np.float64(1)[0]", "x = np.array(1.0)\nx[()] = [1, 2]",
    "np.ones((2, 3))[..., 0, ...]", "np.ones(3)[1.0]", "np.ones(3)['a']", "np.ones(3)[3]", "np.ones(3)[0, 0]",
    "np.ones((2, 3))[[0, 5]]", "np.ones((2, 3))[[0, 1], [0, 1, 2]]", "np.ones(3)[[True, False]]",
    "np.sum(np.ones(2), axis=3)", "np.sum(np.ones(2), axis=1.5)", "np.max(np.array([]))", "np.argmax([])",
    "np.mean(np.ones(2), axis=2)", "np.ones(2).T.x", "np.array([1, 2]).item()", "np.ones(3).item(7)",
    "np.squeeze(np.ones((2, 3)), axis=0)", "np.expand_dims(np.ones(2), 5)", "np.split(np.ones(5), 2)",
    "np.repeat(np.ones(3), [1, 2])", "np.linalg.det(np.ones((2, 3)))", "np.linalg.det(3)", "np.linalg.inv(3.0)",
    "np.linalg.solve(np.eye(2), 3.0)", "np.linalg.solve(np.eye(2), np.ones(3))",
    "np.linalg.solve(np.eye(2), np.ones((3, 1)))", "np.linalg.svd(np.array([[np.nan, 1.0], [1.0, 2.0]]))",
    "np.linalg.lstsq(np.ones(3), np.ones(3))", "np.linalg.lstsq(np.ones((3, 2)), np.ones(2))",
    "np.linalg.cholesky(-np.eye(2))", "np.linalg.qr(np.ones(3))", "np.linalg.matrix_power(np.ones((2, 3)), 2)",
    "np.linalg.matrix_power(np.zeros((2, 2)), -1)", "np.linalg.norm(np.eye(2), 'x')", "np.linalg.norm(np.eye(2), 5)",
    "np.linalg.norm(np.ones(2), 'nuc')", "np.einsum('ij->ik', np.ones((2, 2)))", "np.einsum('ijk', np.ones((2, 2)))",
    "np.einsum('ij,j', np.ones((2, 2)))", "np.einsum('i', 1.0)",
    "np.tensordot(np.ones((2, 3)), np.ones((2, 3)), axes=1)", "np.inner(np.ones(2), np.ones(3))",
    "np.dot(np.ones((2, 3)), np.ones((2, 3)))", "np.average([1, 2], weights=[1, 2, 3])",
    "np.average([1, 2], weights=[0, 0])", "np.average(np.ones((2, 3)), weights=[1, 2])",
    "np.average(np.ones((2, 3)), axis=0, weights=[1, 2, 3])",
    "np.cov(np.ones((2, 2, 2)))", "np.diff(3)", "np.bincount([-1])", "np.take([1, 2], 5)", "np.delete([1, 2], 5)",
    "np.sin()", "np.sin(1, 2, 3)", "np.sum()", "np.broadcast_to(np.ones(2), (3,))", "np.full(2, [1, 2, 3])",
    "np.linspace(0, 1, 2.5)", "np.eye(2.5)", "np.add.reduce(np.ones(2), axis=3)", "np.maximum.reduce([])",
    "np.ix_([[1]])",
    "np.apply_along_axis(sum, 3, np.ones(2))", "np.ones(3).mT", "np.ones(3)[np.array([1.0])]",
    "np.ones(3)[np.array([])]", "x = np.ones(3)\nx[[0, 1]] = [1, 2, 3]", "['a'].index('b')",
    "np.ones(2).shape[3]", "(1, 2)[5]", "'abc'[9]", "np.size(np.ones(2), 1)",
    "np.linalg.inv(np.array([[1.0, 2], [2, 4]]))", "x = 5\nx[0]", "x = 5\nx[0] = 1", "5()",
    "def f():\n    return y\n    y = 1\nf()", "def f():\n    z = z + 1\nf()", "del_ + 1",
    "for i in range(2.5):\n    pass", "[1, 2][1.5]", "min([])", "min(1)", "sum(5)", "sum('ab')", "sorted([1, 'a'])",
    "sorted(5)", "list(5)", "tuple(5)", "set([[]])", "enumerate(5)", "zip(5)", "float('1,5')", "int([1])", "int(None)",
    "float(None)", "pow(0, -1)", "1 + None", "[1, 2] - [1]", "(1,) + [1]", "'a' - 'b'", "{} + {}", "{1} + {2}",
    "np.ones(2) @ 3", "3 @ 4", "1.5 & 2", "1.5 << 1",
    "np.linalg.lstsq(np.eye(2), np.ones(2)).x", "np.array([True]) - np.array([True])", "-np.array([True])",
    "np.mean(3.0, axis=1)", "math + 1", "np.linalg + 1", "(lambda: 0) + 1", "range(3) + 1", "{1} + 1", "np.ones + 1",
    "d = np.diag(np.eye(2))\nd[0] = 1", "d = np.diag(np.eye(2))\nd += 1", "np.zeros(2, 3)", "np.array([1, 2], 3)",
    "np.ones(2) + None", "None - np.arange(2)", "np.ones(2) < None", "np.float64(1) * {}", "np.ones(2) + 'a'",
    "a = [1]\na[1.5] = 2", "a = [1]\na['x'] = 2", "a = [1]\na[None] = 2", "{(1, 2): 3}[(1, 'a')]", "{}[2.0]",
    "[0] * np.float64(2)", "np.clip([1], 2)", "np.einsum('i->ii', [1, 2])", "np.einsum('i2', np.eye(2))", "max()",
    "a, b = None", "x = np.zeros(2)\nx[0] = np.ones(1)", "X = np.ones((2, 3))\nX += np.ones((3, 2))", "range(3)[5]",
    "np.maximum(1)", "np.dot(np.ones(2))",
    "x = np.float64(1)\nx[0] = 2", "a, b = np.float64(1)", "np.roll([1, 2], 1, 3)",
]

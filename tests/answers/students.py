"""Answers as students write them, right, wrong and unreadable: (part, text, the word of the verdict)."""

WRITTEN = [
    ("2b", "2x", "unread"),
    ("2b", "2x^T", "unread"),
    ("2b", "2·x", "unread"),
    ("2b", "2 x", "unread"),
    ("2b", "2 * np.linalg.norm(x)", "wrong"),
    ("2b", "2*X", "no answer"),
    ("2b",
     "def f(x):\n"
     "  h = 1e-6\n"
     "  out = []\n"
     "  for i in range(len(x)):\n"
     "    e = np.zeros(len(x)); e[i] = h\n"
     "    out.append((np.dot(x+e, x+e) - np.dot(x-e, x-e))/(2*h))\n"
     "  return np.array(out)",
     "wrong"),
    ("2b", "def f(x):\n    return 2 * x\nprint(f(np.ones(2)))", "right"),
    ("2d", "x.T @ (A + A.T)", "right"),
    ("2d", "x @ (A + A.T);", "right"),
    ("2d", "lambda A, x: x @ (A + A.T);  # both slots", "right"),
    ("2d", "x[0] @ A", "wrong"),
    ("4g", "0  # all of it", "right"),
    ("4g", "1, 2", "wrong"),
    ("4g", "('left',)", "wrong"),
    ("4g", "10**400", "wrong"),
    ("2d", "x^T(A+A^T)", "unread"),
    ("2d", "x.T(A + A.T)", "wrong"),
    ("2d", "(A + A.T)x", "unread"),
    ("2d", "x.T*(A + A.T)", "wrong"),
    ("2d", "np.einsum('ij,j', A + A.T, x)", "right"),
    ("2d", "2*A@x", "wrong"),
    ("2d", "lambda A,x: (A+A.T).dot(x)", "right"),
    ("2d", "lambda x: x@(A+A.T)", "no answer"),
    ("2d", "x @ （A + A.T）", "unread"),
    ("2d", "x＠(A+A.T)", "unread"),
    ("2e", "A == A.T", "wrong"),
    ("2e", "np.allclose(A, A.T)", "right"),
    ("2e", "A.is_symmetric()", "wrong"),
    ("2e", "True if (A==A.T).all() else False", "right"),
    ("2e", "True", "no answer"),
    ("2e", "'A symmetric'", "no answer"),
    ("2e", "A symmetric", "unread"),
    ("2e",
     "for i in range(len(A)):\n"
     "    for j in range(len(A)):\n"
     "        if A[i,j] != A[j,i]:\n"
     "            return False\n"
     "return True",
     "right"),
    ("2e", "from scipy.linalg import issymmetric\nissymmetric(A)", "beyond"),
    ("2.norm", "x/norm(x)", "no answer"),
    ("2.norm", "import numpy.linalg as la\nx / la.norm(x)", "right"),
    ("2.norm", "x / sqrt(x @ x)", "no answer"),
    ("2.norm", "from math import *\nx / sqrt(x @ x)", "beyond"),
    ("2.norm", "from numpy import *\nx / sqrt(x @ x)", "beyond"),
    ("3a", "inv(X.T @ X) @ X.T @ y", "no answer"),
    ("3a", "(X.T @ X)^-1 @ X.T @ y", "unread"),
    ("3a", "(X.T @ X)**-1 @ X.T @ y", "wrong"),
    ("3a", "np.linalg.lstsq(X, y)[0]", "right"),
    ("3a", "X \\ y", "unread"),
    ("3a", "np.linalg.pinv(X)@y", "right"),
    ("3a", "np.linalg.solve(X, y)", "wrong"),
    ("3a", "def solve(X, y):\n    return np.linalg.solve(X.T @ X, X.T @ y)\nsolve(X, y)", "right"),
    ("3a",
     "try:\n"
     "    w = np.linalg.solve(X.T @ X, X.T @ y)\n"
     "except np.linalg.LinAlgError:\n"
     "    w = np.linalg.pinv(X) @ y\n"
     "w",
     "beyond"),
    ("3a", "class Model:\n    pass", "beyond"),
    ("4a", "np.linalg.inv(X.T @ X + lambda*np.eye(X.shape[1])) @ X.T @ y", "unread"),
    ("4a", "np.linalg.inv(X.T@X + λ*np.eye(X.shape[1])) @ X.T @ y", "no answer"),
    ("4a", "np.linalg.inv(X.T@X + lam) @ X.T@y", "wrong"),
    ("4a", "XtX = X.T @ X\nXtX[np.diag_indices_from(XtX)] += lam\nnp.linalg.solve(XtX, X.T @ y)", "right"),
    ("4a", "evals, V = np.linalg.eig(X.T @ X)\nV @ np.diag(1/(evals+lam)) @ V.T @ X.T @ y", "beyond"),
    ("4d", "np.r_[X, np.sqrt(lam)*np.eye(X.shape[1])], np.r_[y, np.zeros(X.shape[1])]", "right"),
    ("4d",
     "X_hat = np.block([[X],[np.sqrt(lam)*np.eye(X.shape[1])]])\n"
     "y_hat = np.pad(y, (0, X.shape[1]))\n"
     "return X_hat, y_hat",
     "right"),
    ("4d",
     "np.vstack([X, np.sqrt(lam)*np.eye(X.shape[1])]), np.vstack([y[:,None], np.zeros((X.shape[1],1))])",
     "wrong"),
    ("4d",
     "{'X_hat': np.vstack([X, np.sqrt(lam)*np.eye(X.shape[1])]), 'y_hat': np.append(y, np.zeros(X.shape[1]))}",
     "wrong"),
    ("5a.iii", "(phi - y)*x*(w*x+b > 0)", "no answer"),
    ("5a.iii", "phi = max(0, w*x + b)\n(phi - y) * x if phi > 0 else 0", "right"),
    ("5a.iii", "(w*x+b-y)*x if w*x+b>0", "unread"),
    ("5a.iii", "0 if w*x+b<=0 else x(w*x+b-y)", "wrong"),
    ("5a.iii", "int(w*x+b>0)*(w*x+b-y)*x", "right"),
    ("5b.ii", "left", "no answer"),
    ("5b.i", "‘stays’", "right"),  # as a phone's keyboard writes it
    ("5b.ii", "“right” if w > b*x else “left”", "incomplete"),
    ("5b.ii", "'depends'", "wrong"),
    ("5c", "-b/W1", "incomplete"),
    ("5c", "[None if w == 0 else -c / w for w, c in zip(W1, b)]", "right"),
    ("5c", "e = -b/W1\ne[W1==0] = np.nan\ne", "right"),
    ("5c", "[-b[i]/W1[i] for i in range(len(b))]", "incomplete"),
    ("5c",
     "e = np.empty_like(b)\n"
     "for i, (w, bi) in enumerate(zip(W1, b)):\n"
     "    e[i] = -bi/w if w else float('nan')\n"
     "return e",
     "right"),
    ("4a", ">>> np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)", "unread"),
    ("4a", "```python\nnp.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)\n```", "unread"),
    ("4a", "def ridge(X, y, lam):\nreturn np.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)", "unread"),
    ("4a", "def ridge(X, y, lam)\n    return np.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)", "unread"),
    ("4a",
     "def ridge(X, y, lam):\n"
     "    A = X.T @ X + lam*np.eye(X.shape[1])\n"
     "\treturn np.linalg.solve(A, X.T @ y)",
     "unread"),
    ("4a", "%matplotlib inline\nnp.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)", "unread"),
    ("4a", "w = np.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)\nprint(w)", "wrong"),
    ("4a", "np.linalg.solve(X.T X + lam I, X.T y)", "unread"),
    ("4a", "np.linalg.slove(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)", "beyond"),
    ("4a", "np.linalg.solve(X.t @ X + lam*np.eye(X.shape[1]), X.t @ y)", "wrong"),
    ("4a", "np.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y", "unread"),
    ("4a", "np.linalg.solve(X.T @ X + lam*np.eye(len(X)), X.T @ y)", "wrong"),
    ("4a",
     "X_hat = np.r_[X, np.sqrt(lam)*np.eye(X.shape[1])]\n"
     "y_hat = np.r_[y, np.zeros(X.shape[1])]\n"
     "np.linalg.lstsq(X_hat, y_hat, rcond=None)[0]",
     "right"),
    ("4a", "global w\nw = 1", "beyond"),
    ("4a",
     "from typing import Any\n"
     "import numpy as np\n"
     "np.linalg.solve(X.T @ X + lam*np.eye(X.shape[1]), X.T @ y)",
     "beyond"),
]

"""Right derivations of every part that has a derivation box: those of the chapters, in the notation and in NumPy."""

RIGHT = {
    "2a": ["""
        x^T c = ∑_i x_i c_i
        ∂/∂x_k (x^T c) = ∑_i δ_ik c_i
        = c_k
        """, """
        d/dx (x^T c) = c^T
        """],
    "2b": [r"""
        \lVert x \rVert^2 = x^T x = \sum_{i=1}^n x_i^2
        \frac{\partial}{\partial x_k} \sum_{i=1}^n x_i^2 = \sum_{i=1}^n 2 x_i \delta_{ik}
        = 2 x_k
        """, """
        d||x||^2/dx = x^T + x^T
        = 2 x^T
        """, """
        x @ x = np.sum(x**2)
        d(x^T x)/dx = 2 x^T
        """],
    "2c": ["""
        (A x)_i = ∑_j A_ij x_j
        ∂/∂x_k (A x)_i = ∑_j A_ij δ_jk
        = A_ik
        """, """
        d/dx (A x) = A
        """],
    "2d": ["""
        x^T A x = ∑_i ∑_j x_i A_ij x_j
        ∂/∂x_k (x^T A x) = ∑_j A_kj x_j + ∑_i x_i A_ik
        = (A x)_k + (x^T A)_k
        d(x^T A x)/dx = (A x)^T + x^T A
        = x^T A^T + x^T A
        = x^T (A + A^T)
        """, """
        d(x^T A x)/dx = x^T A^T + x^T A
        A @ x + A.T @ x
        = x @ (A + A.T)
        """],
    "2e": ["""
        x^T (A + A^T) = 2 x^T A
        x^T A^T + x^T A = x^T A + x^T A
        ⇔ x^T A^T = x^T A
        (A - A^T) x = 0
        A = A^T
        """],
    "3a": ["""
        ||X w - y||^2 = (X w - y)^T (X w - y)
        = w^T X^T X w - 2 y^T X w + y^T y
        d/dw (w^T X^T X w - 2 y^T X w + y^T y) = 2 w^T X^T X - 2 y^T X
        = 2 (X w - y)^T X
        2 (X w - y)^T X = 0
        X^T (X w - y) = 0
        X^T X w = X^T y
        w = (X^T X)^{-1} X^T y
        """, """
        G = X.T @ X
        G @ w = X.T @ y
        w = np.linalg.solve(G, X.T @ y)
        """],
    "3b": ["""
        w = (X^T X)^{-1} X^T y
        = (V Σ^T U^T U Σ V^T)^{-1} V Σ^T U^T y
        = (V Σ^T Σ V^T)^{-1} V Σ^T U^T y
        = V (Σ^T Σ)^{-1} V^T V Σ^T U^T y
        = V (Σ^T Σ)^{-1} Σ^T U^T y
        = V Σ^+ U^T y
        """],
    "3c": ["""
        A = (X^T X)^{-1} X^T
        A X = (X^T X)^{-1} X^T X
        = I
        """, """
        A X = V Σ^+ U^T U Σ V^T
        = V Σ^+ Σ V^T
        = V V^T
        = I_d
        """],
    "3c.any": ["""
        A X = V Σ^+ U^T U Σ V^T
        = V Σ^+ Σ V^T
        """],
    "3d": ["""
        X w = y
        w = X^T (X X^T)^{-1} X w
        w = X^T (X X^T)^{-1} y
        """],
    "3e": ["""
        w = X^T (X X^T)^{-1} y
        = V Σ^T U^T (U Σ V^T V Σ^T U^T)^{-1} y
        = V Σ^T U^T (U Σ Σ^T U^T)^{-1} y
        = V Σ^T U^T U (Σ Σ^T)^{-1} U^T y
        = V Σ^T (Σ Σ^T)^{-1} U^T y
        = V Σ^† U^T y
        """],
    "3f": ["""
        B = X^T (X X^T)^{-1}
        X B = X X^T (X X^T)^{-1}
        = I
        """],
    "3f.any": ["""
        X B = U Σ V^T V Σ^+ U^T
        = U Σ Σ^+ U^T
        """],
    "4a": ["""
        ||y - X w||^2 + λ ||w||^2
        = y^T y - 2 y^T X w + w^T X^T X w + λ w^T w
        d/dw (||y - X w||^2 + λ ||w||^2) = 2 w^T X^T X - 2 y^T X + 2 λ w^T
        2 w^T X^T X - 2 y^T X + 2 λ w^T = 0
        X^T X w + λ w = X^T y
        (X^T X + λ I) w = X^T y
        w = (X^T X + λ I)^{-1} X^T y
        """, """
        (X.T @ X + lam * np.eye(d)) @ w = X.T @ y
        w = np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
        """],
    "4b": [r"""
        (σ_i^2 + λ)^{-1} σ_i = \frac{σ_i}{σ_i^2 + λ}
        """],
    "4c": ["""
        -log(exp(-||y - X w||^2/(2 λ)) exp(-||w||^2/2))
        = ||y - X w||^2/(2 λ) + ||w||^2/2
        = (||y - X w||^2 + λ ||w||^2)/(2 λ) + const
        """],
    "4d": ["""
        let X̂ = [X; √λ I_d]
        let ŷ = [y; 0_d]
        ŷ - X̂ w = [y - X w; -√λ w]
        ||ŷ - X̂ w||^2 = ||y - X w||^2 + ||√λ w||^2
        = ||y - X w||^2 + λ ||w||^2
        """, """
        X_hat = np.vstack([X, np.sqrt(lam) * np.eye(d)])
        y_hat = np.append(y, np.zeros(d))
        np.sum((y_hat - X_hat @ w)**2) = np.sum((y - X @ w)**2) + lam * w @ w
        """, r"""
        \hat{X} = [-\sqrt{\lambda} I; X]
        \hat{y} = [0_d; y]
        \lVert \hat{y} - \hat{X} w \rVert^2 = \lVert y - X w \rVert^2 + \lambda \lVert w \rVert^2
        """],
    "4e": ["""
        let Z = [X, √λ I_n]
        Z η = y
        η = Z^T (Z Z^T)^{-1} y
        = Z^T (X X^T + λ I)^{-1} y
        = [X^T; √λ I] (X X^T + λ I)^{-1} y
        """],
    "4f": ["""
        X^T (X X^T + λ I_n) = X^T X X^T + λ X^T
        = (X^T X + λ I_d) X^T
        (X^T X + λ I)^{-1} X^T = X^T (X X^T + λ I)^{-1}
        w = (X^T X + λ I)^{-1} X^T y
        = X^T (X X^T + λ I)^{-1} y
        """],
    "4g": ["""
        w = (X^T X + λ I)^{-1} X^T y
        = (1/λ) (X^T X/λ + I)^{-1} X^T y
        lim_{λ→∞} w = lim_{λ→∞} (1/λ) lim_{λ→∞} ((X^T X/λ + I)^{-1} X^T y)
        = 0 (X^T y)
        = 0
        """, r"""
        (X^T X + \lambda I) w = X^T y
        \lim_{\lambda \to \infty} w = \lim_{\lambda \to \infty} (V (Σ^T Σ + λ I)^{-1} Σ^T U^T y)
        = 0
        """],
    "4h": ["""
        w = lim_{λ→0} ((X^T X + λ I)^{-1} X^T y)
        = lim_{λ→0} (V (Σ^T Σ + λ I)^{-1} Σ^T U^T y)
        = V Σ^+ U^T y
        = X^+ y
        """],
    "4h.any": ["""
        w = lim_{λ→0} ((X^T X + λ I)^{-1} X^T y)
        = V Σ^+ U^T y
        = X^+ y
        """],
    "5a.i": ["""
        w e + b = 0
        w e = -b
        e = -b/w
        """],
    "5a.ii": ["""
        d/dφ (1/2 (φ - y)^2) = 2/2 (φ - y)
        = φ - y
        """],
    "5a.iii": ["""
        d/dw (1/2 (max(0, w x + b) - y)^2) = (max(0, w x + b) - y) [w x + b > 0] x
        """],
    "5a.iv": ["""
        d/db (1/2 (max(0, w x + b) - y)^2) = (max(0, w x + b) - y) [w x + b > 0]
        """],
    "5c": ["""
        W1_i e_i + b_i = 0
        e_i = -b_i/W1_i
        """, """
        (W_1)_i eᵢ + bᵢ = 0
        e_i = -bᵢ/(W₁)ᵢ
        """],
    "5d": ["""
        let r = ∑_j W2_j max(0, W1_j x + b_j) - y
        ∂/∂b_i (1/2 r^2) = r W2_i [W1_i x + b_i > 0]
        ∂/∂W1_i (1/2 r^2) = r W2_i [W1_i x + b_i > 0] x
        e_i = -(b_i - η r W2_i [W1_i x + b_i > 0])/(W1_i - η r W2_i [W1_i x + b_i > 0] x)
        """],
}

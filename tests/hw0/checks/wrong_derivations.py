"""Derivations with a wrong step, as the ledger and `hw0.audit.wrong_steps` tell them: (part, lines, line to be marked).

Of `wrong_steps` the other three are no chains of equations: they speak of what is small, of signs, and of inequalities.
"""

STEPS = {
    "push_through": ("4f", """
        X^T (X X^T + λ I_n) = (X^T X + λ I_d) X^T
        (X^T X + λ I_d)^{-1} X^T = X^T (X X^T + λ I_n)^{-1}
        X^T (X X^T + λ I_n)^{-1} y = X^T X (X^T X + λ I_d)^{-1} y
        w = (X^T X + λ I_d)^{-1} X^T y
        """, 3),
    "left_inverse": ("3c.any", """
        A X = V Σ^† U^T U Σ V^T
        A X = V Σ^† Σ V^T
        Σ^† Σ = I_d
        A X = V V^T = I_d
        """, 3),
    "two_slices": ("2d", """
        ∂/∂x_k (x^T A x) = ∂/∂x_k (x_k ∑_j A_kj x_j) + ∂/∂x_k (x_k ∑_i x_i A_ik) - ∂/∂x_k (A_kk x_k^2)
        2 A_kk x_k = ∂/∂x_k (A_kk x_k^2)
        ∂/∂x_k (x_k ∑_j A_kj x_j) = ∑_j A_kj x_j
        ∂/∂x_k (x_k ∑_i x_i A_ik) = ∑_i x_i A_ik
        ∂/∂x_k (x^T A x) = ∑_j A_kj x_j + ∑_i x_i A_ik
        """, 3),
}

CLAIMS = {
    "grok-2d-4": ("2d", "∂/∂x_k (x_k ∑_j A_kj x_j) = ∑_j A_kj x_j", 1),
    "grok-2d-6": ("2d", "∂/∂x_k (x_k ∑_i x_i A_ik) = ∑_i x_i A_ik", 1),
    "deepseek-v32-think-2d-2": ("2d", """
        x^T A x = x^T (A x)
        d/dx (x^T A x) = (d/dx (x))^T A x + x^T (d/dx (A x))
        """, 2),
    "chatgpt-2d-2": ("2d", """
        d/dx (x^T A x) = (A + A^T) x
        d/dx (x^T A x) = x^T (A + A^T)
        """, 1),
    "chatgpt51-3a-3": ("3a", """
        ||X w - y||^2 = (X w - y)^T (X w - y)
        d/dw (||X w - y||^2) = 2 X^T (X w - y)
        X^T X w = X^T y
        """, 2),
    "chatgpt51-3a-5": ("3a", """
        w = (X^T X)^{-1} X^T y
        = V Σ^+ U^T y
        = V Σ^{-1} U^T y
        """, 3),
    "chatgpt-3b-12": ("3b", """
        w = (X^T X)^{-1} X^T
        = V (Σ^T Σ)^{-1} Σ^T U^T
        """, 1),
    "grok-3b-5": ("3b", """
        w = np.linalg.inv(X.T @ X) @ X.T @ y
        np.linalg.inv(Sigma.T @ Sigma) @ Sigma.T = np.diag(1 / s)
        np.diag(1 / s) = np.linalg.pinv(Sigma)
        """, 2),
    "chatgpt51-3c-1": ("3c", """
        A X = X A
        = U Σ Σ^+ U^T
        """, 1),
    "claude-sonnet-4.5-3c-2": ("3c", "A X = X A = U Σ Σ^+ U^T", 1),
    "chatgpt-3c-6": ("3c.any", """
        A X = V Σ^+ Σ V^T
        = U Σ Σ^+ U^T
        """, 2),
    "claude-sonnet-4.5-3f-2": ("3f", "X B = B X = V Σ^+ Σ V^T", 1),
    "chatgpt-3f-4": ("3f", """
        X B = U Σ Σ^+ U^T
        = U U^T
        U U^T = X^+ X
        """, 3),
    "opus45-3d-2": ("3f.any", """
        X B = X X^+
        = X X^T (X X^T)^{-1}
        """, 2),
    "opus45-4a-2": ("4a", """
        ||y - X w||^2 + λ ||w||^2 = y^T y - 2 y^T X w + w^T X^T X w + λ w^T w
        d/dw (||y - X w||^2 + λ ||w||^2) = -2 X^T y + 2 X^T X w + 2 λ w
        (X^T X + λ I) w = X^T y
        """, 2),
    "grok-4f-4": ("4f", """
        w = X^T (X X^T + λ I_n)^{-1} y
        = X^T X (X^T X + λ I_d)^{-1} y
        = (X^T X + λ I_d)^{-1} X^T y
        """, 2),
    "claude-sonnet-4.5-4f-4": ("4f", """
        X^T (X X^T + λ I_n) = X^T X X^T + λ X^T
        (X^T X + λ I_d)^{-1} X^T (X^T X + λ I_d) = X^T
        """, 2),
    "claude-sonnet-4.5-4f-5": ("4f", """
        let M = (X X^T + λ I_n)^{-1}
        X^T M (X^T X + λ I_d) = X^T M (X^T X + λ I_n)
        """, 2),
    "chatgpt-4h-1": ("4h.any", """
        w = X^+ y
        w = (X^T X)^{-1} X^T y
        """, 2),
    "opus45-4h-2": ("4h.any", """
        w = X^+ y
        w = X^T (X X^T)^{-1} y
        """, 2),
}

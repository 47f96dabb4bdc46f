"""True formulas: the derivations of the five texts in the canonical notation, and what else
the site will hold. Each must be accepted, and each of its mutants refused."""

from __future__ import annotations

SIGMOID = (
    (r"\sigma(z) = \frac{1}{1 + e^{-z}} = (1 + e^{-z})^{-1} = \frac{e^z}{e^z + 1}", ""),
    (
        r"""\begin{aligned}
        \frac{d}{dz} \sigma(z)
        &= \frac{d}{dz}\left[\frac{1}{1 + e^{-z}}\right] && \text{definition} \\
        &= \frac{d}{dz}\left[(1 + e^{-z})^{-1}\right] \\
        &= -1 \cdot (1 + e^{-z})^{-2} \cdot \frac{d}{dz}\left[1 + e^{-z}\right]
           && \text{power rule, then chain rule} \\
        &= -1 \cdot (1 + e^{-z})^{-2} \cdot (-e^{-z}) \\
        &= \frac{e^{-z}}{(1 + e^{-z})^2}
        \end{aligned}""",
        "",
    ),
    (
        r"""\begin{aligned} \sigma'(z) &= \frac{e^{-z}}{(1 + e^{-z})^2} \\
        &= \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} \\
        &= \sigma(z) \cdot \frac{1 + e^{-z} - 1}{1 + e^{-z}} \\
        &= \sigma(z) \left(1 - \frac{1}{1 + e^{-z}}\right) \\
        &= \sigma(z)\,(1 - \sigma(z)) = p(1 - p) \end{aligned}""",
        "",
    ),
    (r"1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}} = \sigma(-z)", ""),
    (r"\sigma''(z) = \sigma'(z) (1 - 2 \sigma(z))", ""),
    (r"\sigma(0) = \tfrac12, \qquad \sigma'(0) = \tfrac14", ""),
    (r"\max_z \sigma'(z) = \tfrac14", ""),
    (r"\sigma'(z) \le \tfrac14", "tight: z = 0"),
    (r"0 < \sigma(z) < 1", "tight: z -> -oo, z -> oo"),
    (r"\lim_{z \to \infty} \sigma(z) = 1, \quad \lim_{z \to -\infty} \sigma(z) = 0", ""),
    (r"\log \frac{p}{1 - p} = z \iff \frac{p}{1 - p} = e^z \iff p = (1 - p)\, e^z"
     r" \iff p = \frac{e^z}{1 + e^z} \iff p = \frac{1}{1 + e^{-z}}", ""),
    (r"\operatorname{logit}(p) = \log \frac{p}{1 - p} = z = \mathbf{w}^\top \mathbf{x} + b", ""),
    (r"\operatorname{logit}'(q) = \frac{1}{q (1 - q)} = \frac1q + \frac{1}{1 - q}", ""),
)  # fmt: skip

LOSS = (
    (r"\ell = -\bigl(y \log p + (1 - y) \log(1 - p)\bigr) = -y \log(p) - (1 - y) \log(1 - p)", ""),
    (r"\ell = \begin{cases} -\log p & \text{if } y = 1 \\ -\log(1 - p) & \text{if } y = 0"
     r" \end{cases}", ""),
    (r"P(y = 1 \mid \mathbf{x}) = p, \quad P(y = 0 \mid \mathbf{x}) = 1 - p", ""),
    (r"P(y \mid \mathbf{x}) = p^y (1 - p)^{1 - y}", ""),
    (r"-\log P(y \mid \mathbf{x}) = \ell", ""),
    (r"y \sim \operatorname{Bernoulli}(p)", ""),
    (r"J = \frac{1}{m} \sum_{i=1}^{m} \ell_i = -\frac{1}{m} \sum_{i=1}^{m}"
     r" \left[ y_i \log(\sigma(z_i)) + (1 - y_i) \log(1 - \sigma(z_i)) \right]", ""),
    (r"-\frac{1}{m} \log\left(\prod_{i=1}^{m} p_i^{y_i} (1 - p_i)^{1 - y_i}\right) = J", ""),
    (r"J(\mathbf{w}, b) = -\frac1m (\mathbf{y}^\top \log(\mathbf{p})"
     r" + (\mathbf{1} - \mathbf{y})^\top \log(\mathbf{1} - \mathbf{p}))", ""),
    (r"\ell = \log(1 + e^z) - y z = \log(1 + e^{-z}) + (1 - y) z", ""),
    (r"\ell = \max(z, 0) - y z + \log(1 + e^{-|z|})", ""),
    (r"\ell > 0", "tight: y = 1 and z -> oo"),
)  # fmt: skip

ONE_WEIGHT = (
    (r"\frac{\partial \ell}{\partial w_j} = \frac{\partial \ell}{\partial p} \cdot"
     r" \frac{\partial p}{\partial z} \cdot \frac{\partial z}{\partial w_j}", ""),
    (
        r"""\begin{aligned}
        \frac{\partial \ell}{\partial p}
        &= \frac{\partial}{\partial p}\left[-y \log p - (1 - y) \log(1 - p)\right] \\
        &= -\left[y \cdot \frac{1}{p} + (1 - y) \cdot \frac{1}{1 - p} \cdot (-1)\right] \\
        &= -\frac{y}{p} + \frac{1 - y}{1 - p} \\
        &= \frac{-y (1 - p) + (1 - y) p}{p (1 - p)} \\
        &= \frac{-y + y p + p - y p}{p (1 - p)} \\
        &= \frac{p - y}{p (1 - p)} \end{aligned}""",
        "",
    ),
    (r"\frac{\mathrm{d} p}{\mathrm{d} z} = \frac{dp}{dz} = \frac{d\sigma}{dz} = p (1 - p)", ""),
    (r"\partial z / \partial w_j = x_j, \qquad \frac{\partial z}{\partial b} = 1", ""),
    (r"\frac{\partial z}{\partial w_j} ="
     r" \frac{\partial}{\partial w_j} \left[\sum_{k=1}^{n} w_k x_k + b\right] = x_j", ""),
    (r"z = w_1 x_1 + w_2 x_2 + \cdots + w_n x_n + b = \sum_{k=1}^{n} w_k x_k + b", ""),
    (r"z = w_1 x_1 + \cdots + w_j x_j + \cdots + w_n x_n + b", ""),
    (r"\frac{\partial \ell}{\partial w_j} = \frac{p - y}{\cancel{p (1 - p)}} \cdot"
     r" \cancel{p (1 - p)} \cdot x_j = (p - y) x_j", ""),
    (r"\frac{\partial \ell}{\partial z} = \underbrace{\frac{p - y}{p (1 - p)}}_"
     r"{\partial \ell / \partial p} \cdot \underbrace{p (1 - p)}_{\partial p / \partial z} = p - y",
     ""),
    (r"\boxed{\frac{\partial \ell}{\partial b} = p - y}", ""),
    (r"\frac{\partial^2 \ell}{\partial z^2} = p (1 - p), \quad"
     r" \frac{\partial^2 \ell}{\partial w_j \partial w_k} = p (1 - p) x_j x_k", ""),
    (r"p > y \iff \frac{\partial \ell}{\partial b} > 0", ""),
    (r"p > \tfrac12 \iff z > 0", ""),
    (r"p = \tfrac12 \text{ if } z = 0", ""),
    (r"|p - y| < 1", "tight: y = 0 and z -> oo"),
    (r"-1 < p - y < 1", "tight: y = 1 and z -> -oo, y = 0 and z -> oo"),
)  # fmt: skip

STUDENT = (
    (r"z = w_1 x_1 + w_2 x_2 + b = 0.1 \cdot 3 + (-0.2) \cdot 5 + 0 = 0.3 - 1 + 0 = -0.7",
     "at: student"),
    (r"p = \sigma(z) = \frac{1}{1 + e^{-z}} = \frac{1}{1 + e^{0.7}}"
     r" \approx \frac{1}{1 + 2.0138} \approx 0.3318", "at: student"),
    (r"e^{0.7} \approx 2.014", ""),
    (r"\ell = -\log p = -\log \sigma(-0.7) \approx 1.1032", "at: student; with: y = 1"),
    (r"p - y \approx -0.668187772168", "at: student"),
    (r"\frac{\partial \ell}{\partial w_1} = (p - y) x_1 \approx -0.6682 \cdot 3 = -2.0046",
     "at: student"),
    (r"\frac{\partial \ell}{\partial w_2} = (p - y) x_2 \approx -3.34093886084", "at: student"),
    (r"w_1' = w_1 - \alpha \frac{\partial \ell}{\partial w_1} \approx 0.300456331650",
     "at: student"),
    (r"w_2' \approx 0.1341, \quad b' = b - \alpha (p - y) \approx 0.0668187772168", "at: student"),
    (r"z' \approx 1.63865720259, \quad p' \approx 0.837352139929, \quad \ell' \approx 0.1775",
     "at: student"),
    (r"\nabla_{\mathbf{w}} \ell = (p - y) \mathbf{x} \approx -0.668187772168"
     r" \begin{pmatrix} 3 \\ 5 \end{pmatrix} \approx \begin{pmatrix} -2.005 \\ -3.341"
     r" \end{pmatrix}", "at: student"),
    (r"\mathbf{x} = (3, 5), \quad y = 1, \quad \alpha = 0.1", "at: student"),
    (r"\mathbf{w} = \begin{pmatrix} 0.1 \\ -0.2 \end{pmatrix}", "at: student"),
    (r"\|\mathbf{x}\|^2 + 1 = x_1^2 + x_2^2 + 1 = 3^2 + 5^2 + 1 = 35", "at: student"),
    (r"z' = z + \alpha (1 - p) (\|\mathbf{x}\|_2^2 + 1) \approx 1.639",
     "at: student; with: y = 1"),
    (r"33\% < 50\%", "sides: 0.33, 0.5"),
    (r"p \approx 33.2\%", "at: student"),
    (r"\mathbf{z} = \begin{pmatrix} -0.1 \\ 0.3 \\ 0.7 \end{pmatrix}", "at: three"),
    (r"z_1 = 0.5 \cdot 1 + (-0.3) \cdot 2 = -0.1", "at: three"),
    (r"\mathbf{p} - \mathbf{y} \approx (-0.5250, 0.5744, -0.3318)", "at: three"),
    (r"\nabla_{\mathbf{w}} J \approx (-0.153570925401, -0.247687224901)", "at: three"),
    (r"\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i) \approx -0.0941",
     "at: three"),
    (r"\mathbf{x}_2 = (3, 4), \quad x_{31} = 5", "at: three"),
)  # fmt: skip

MATRIX = (
    (r"z_i = \mathbf{x}_i^\top \mathbf{w} + b = \sum_{j=1}^{n} x_{ij} w_j + b", ""),
    (r"\mathbf{z} = \mathbf{X} \mathbf{w} + b \mathbf{1}, \qquad \mathbf{p} = \sigma(\mathbf{z})",
     ""),
    (r"\mathbf{X} \in \mathbb{R}^{m \times n}, \quad \mathbf{w} \in \mathbb{R}^n, \quad"
     r" b \in \mathbb{R}, \quad \mathbf{y} \in \{0, 1\}^m", ""),
    (r"p \in (0, 1)", "tight: z -> -oo, z -> oo"),
    (r"y \in \{0, 1\}", ""),
    (r"i = 1, \dots, m, \quad j \in \{1, \dots, n\}", ""),
    (r"\frac{\partial J}{\partial p_i} = \frac1m \cdot \frac{p_i - y_i}{p_i (1 - p_i)}", ""),
    (r"\frac{\partial J}{\partial z_i} = \frac{\partial J}{\partial p_i} \cdot"
     r" \frac{\partial p_i}{\partial z_i} = \frac1m (p_i - y_i)", ""),
    (r"\frac{\partial J}{\partial \mathbf{z}} = \frac1m (\mathbf{p} - \mathbf{y})", ""),
    (r"\frac{\partial z_i}{\partial w_j} = x_{ij}, \quad \frac{\partial z_i}{\partial b} = 1", ""),
    (
        r"""\begin{aligned}
        \frac{\partial J}{\partial w_j}
        &= \sum_{i=1}^{m} \frac{\partial J}{\partial z_i} \frac{\partial z_i}{\partial w_j} \\
        &= \sum_{i=1}^{m} \left[\frac{1}{m} (p_i - y_i)\right] x_{ij} \\
        &= \frac{1}{m} \sum_{i=1}^{m} x_{ij} (p_i - y_i) \\
        &= \left(\frac{1}{m} \mathbf{X}^\top (\mathbf{p} - \mathbf{y})\right)_j \end{aligned}""",
        "",
    ),
    (r"\boxed{\nabla_{\mathbf{w}} J = \frac{1}{m} \mathbf{X}^\top (\mathbf{p} - \mathbf{y})}", ""),
    (r"\nabla_{\mathbf{w}} J = \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i) \mathbf{x}_i"
     r" = \frac{1}{m} \sum_{i=1}^{m} (\sigma(\mathbf{x}_i^\top \mathbf{w} + b) - y_i) \mathbf{x}_i",
     ""),
    (r"\frac{\partial \ell_i}{\partial \mathbf{w}} = \frac{\partial \ell_i}{\partial p_i} \cdot"
     r" \frac{\partial p_i}{\partial z_i} \cdot \frac{\partial z_i}{\partial \mathbf{w}}"
     r" = \frac{p_i - y_i}{p_i (1 - p_i)} \cdot p_i (1 - p_i) \cdot \mathbf{x}_i"
     r" = (p_i - y_i) \mathbf{x}_i", ""),
    (r"\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i)"
     r" = \frac1m \mathbf{1}^\top (\mathbf{p} - \mathbf{y})", ""),
    (r"\mathbf{X} = \begin{pmatrix} x_{11} & x_{12} & \cdots & x_{1n} \\"
     r" x_{21} & x_{22} & \cdots & x_{2n} \\ \vdots & \vdots & \ddots & \vdots \\"
     r" x_{m1} & x_{m2} & \cdots & x_{mn} \end{pmatrix}", ""),
    (r"\mathbf{w} = \begin{pmatrix} w_1 \\ \vdots \\ w_n \end{pmatrix} = (w_1, \ldots, w_n)", ""),
    (r"\frac{\partial \mathbf{z}}{\partial \mathbf{w}} = \mathbf{X}", ""),
)  # fmt: skip

DESCENT = (
    (r"w_j \leftarrow w_j - \alpha \frac{\partial \ell}{\partial w_j}", ""),
    (r"b \leftarrow b - \alpha (p - y)", ""),
    (r"\mathbf{w}^{(t+1)} = \mathbf{w}^{(t)} - \alpha (p^{(t)} - y) \mathbf{x}", ""),
    (r"w_j' = w_j - \alpha (p - y) x_j, \quad b' = b - \alpha (p - y)", ""),
    (r"z' - z = -\alpha (p - y) (\|\mathbf{x}\|^2 + 1)", ""),
    (r"\sum_{i \in \mathcal{B}} 1 = B", ""),
    (r"z := \mathbf{w}^\top \mathbf{x} + b", ""),
)

CURVATURE = (
    (r"\frac{\partial^2 J}{\partial w_j \partial w_k} = H_{jk}"
     r" = \frac{1}{m} \sum_{i=1}^{m} p_i (1 - p_i) x_{ij} x_{ik}", ""),
    (r"\nabla_{\mathbf{w}}^2 J = \mathbf{H} = \frac{1}{m} \mathbf{X}^\top \mathbf{S} \mathbf{X}",
     ""),
    (r"\mathbf{S} = \operatorname{diag}(\mathbf{p} \odot (\mathbf{1} - \mathbf{p}))", ""),
    (r"\mathbf{v}^\top \mathbf{H} \mathbf{v} = \frac1m \sum_{i=1}^{m} p_i (1 - p_i)"
     r" (\mathbf{x}_i^\top \mathbf{v})^2 \ge 0", "tight: v = (0, 0, 0)"),
    (r"\mathbf{H} \succeq 0", ""),
    (r"\mathbf{v}^\top \mathbf{X}^\top \mathbf{X} \mathbf{v} = \|\mathbf{X} \mathbf{v}\|_2^2", ""),
    (r"\|\mathbf{X} \mathbf{v}\|_2 \le \|\mathbf{X}\|_2 \|\mathbf{v}\|_2", "tight: v = (0, 0, 0)"),
    (r"\mathbf{I} \mathbf{w} = \mathbf{w}", ""),
)  # fmt: skip

MORE = (
    (r"y (1 - y) = 0", ""),
    (r"\mathbf{w} - \mathbf{w} = \mathbf{0}", ""),
    (r"\mathbf{0} = \nabla_{\mathbf{w}} \ell - (p - y) \mathbf{x}", ""),
    (r"p > y \iff y = 0", ""),
    (r"p < y \iff y = 1", ""),
    (r"\nabla_{\mathbf{w}} \ell^{(t)} = (p^{(t)} - y) \mathbf{x}", ""),
    (r"\lVert \mathbf{X} \rVert_2 \approx 9.52551809157", "at: three"),
    (r"\lVert \mathbf{X}^\top \mathbf{X} \rVert_2 = \lVert \mathbf{X} \rVert_2^2", ""),
    (r"\frac{p - y}{\cancel{p}} \cdot \cancel{p} (1 - p) = (p - y) (1 - p)", ""),
    (r"p + \cancel{z} - z^2 - \cancel{z} = p - z^2", ""),
    (r"\sum_{i=1}^{m} \frac{\cancel{p_i} y_i}{\cancel{p_i}} = \sum_{i=1}^{m} y_i", ""),
    (r"\ln 2 \approx 0.693147 \approx 0.69", ""),
    (r"p^2 \tfrac12 \cdot 2 = p^2", ""),
    (r"\lim_{z \to 0} \frac{\sigma(z) - \sigma(0)}{z} = \tfrac14", ""),
    (r"\sum_{y \in \{0, 1\}} y P(y \mid \mathbf{x}) = p", ""),
    (r"\prod_{i=1}^{m} P(y_i \mid \mathbf{X}) = e^{-m J}", ""),
    (r"1{,}000 \cdot 3 = 3{,}000", ""),
    (r"\text{for } y \in \{0, 1\}: \ell = -y \log p - (1 - y) \log(1 - p)", ""),
    (r"|p - y| = 1 - p \text{ if } y = 1", ""),
    (r"\|\mathbf{x}\|_1 = |x_1| + \cdots + |x_n|", ""),
    (r"\mathbf{x} \mathbf{x}^\top = \begin{pmatrix} x_1^2 & x_1 x_2 \\ x_2 x_1 & x_2^2"
     r" \end{pmatrix}", "with: n = 2"),
    (r"\operatorname{rank}(\mathbf{X}) = 2", "at: three"),
    (r"\frac{\partial}{\partial \mathbf{w}} (\mathbf{w}^\top \mathbf{x} + b) = \mathbf{x}", ""),
    (r"(w_1, w_2) = (0.1, -0.2)", "at: student"),
    (r"\sigma(z) + \sigma(-z) = 1", ""),
    (r"1 - \sigma(100) \approx 3.72 \times 10^{-44}", ""),
    (r"\sigma(-0.7) = 1 - \sigma(0.7) \approx 0.3318", ""),
    (r"z = \mathbf{w} \cdot \mathbf{x} + b", ""),
    (r"100\% - 33\% = 67\%", ""),
    (r"\frac{3}{4} = 0.75", ""),
    (r"\frac{d}{dz} \log(1 + e^z) = \sigma(z)", ""),
    (r"\frac{d}{dp} \log p = \frac1p", ""),
    (r"w_1 := w_1 - \alpha (p - y) x_1", ""),
    (r"2 \lVert \mathbf{w} \rVert = \lVert 2 \mathbf{w} \rVert", ""),
    (r"p - y = \frac{\partial \ell}{\partial b} \quad \text{as in AB-tests}", ""),
    (r"2 [p - y] = 2 p - 2 y", ""),
)  # fmt: skip

GROUPS = {
    "sigmoid": SIGMOID, "loss": LOSS, "one weight": ONE_WEIGHT, "student": STUDENT,
    "matrix": MATRIX, "descent": DESCENT, "curvature": CURVATURE, "more": MORE,
}  # fmt: skip
CHAINS = tuple(item for group in GROUPS.values() for item in group)

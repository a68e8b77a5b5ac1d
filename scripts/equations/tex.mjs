// @ts-check

const FSD = "\\lambda_{\\mathrm{FSD}}";
const WSD = "\\lambda_{\\mathrm{WSD}}";

/**
 * The article's equations in TeX, one line of at most 320 pixels each, by the names that its sections call them. `npm run equations` writes
 * them as MathML.
 */
export const TEX = /** @type {const} */ ({
  "proximal-loss": "\\theta^{+} = \\operatorname*{argmin}_{u} \\; J_B(u)",
  "proximal-fsd": `+\\; ${FSD} \\, \\operatorname{mean}_{B'} \\rho(f(x;u), f(x;\\theta))`,
  "proximal-wsd": `+\\; ${WSD} \\, \\tfrac{1}{2} \\lVert u - \\theta \\rVert^2`,
  implicit: `\\theta^{+} = \\theta - \\frac{1}{${WSD}} \\nabla J_B(\\theta^{+})`,

  "gradient-descent": `\\theta^{+} = \\theta - \\frac{1}{${WSD}} \\, g`,
  "hessian-free": `\\theta^{+} = \\theta - (H + ${WSD} I)^{-1} g`,
  "natural-gradient": `\\theta^{+} = \\theta - (${FSD} G + ${WSD} I)^{-1} g`,
  "curvature-of-fsd":
    "\\operatorname{mean}_{B'} \\rho \\approx \\tfrac{1}{2} (\\theta' - \\theta)^{\\top} G (\\theta' - \\theta)",

  "line-gradient": "B \\sim \\text{data}, \\quad g = \\nabla J_B(\\theta)",
  "line-second-batch": "B' \\sim \\text{data}",
  "line-lookahead": "\\theta' = u(\\theta, \\varphi, B)",
  "line-price": `Q = J_B(\\theta') + ${FSD} \\, \\mathrm{FSD} + ${WSD} \\, \\mathrm{WSD}`,
  "line-meta": "\\varphi \\leftarrow \\operatorname{meta}(\\varphi, \\nabla_{\\varphi} Q, \\alpha)",
  "line-update": "\\theta \\leftarrow u(\\theta, \\varphi, B)",

  kronecker: "P = (A \\otimes B) \\, \\operatorname{diag}(\\operatorname{vec} S)^2 \\, (A \\otimes B)^{\\top}",
  ekfac: "P = (U \\otimes V) \\, \\operatorname{diag}(s)^{-1} \\, (U \\otimes V)^{\\top}",
  products: "P g: \\quad B \\, (S \\circ S \\circ (B^{\\top} G A)) \\, A^{\\top}",

  "ideal-step": "\\theta' = \\theta - P g",
  "ideal-loss": "J(\\theta') = J(\\theta) - g^{\\top} P g + \\tfrac{1}{2} \\, g^{\\top} P^{\\top} H P g",
  "ideal-prices": `\\tfrac{1}{2} \\, g^{\\top} P^{\\top} (${FSD} G + ${WSD} I) P g`,
  "ideal-sum": `M = H + ${FSD} G + ${WSD} I`,
  "ideal-price": "Q(P) = J(\\theta) - g^{\\top} P g + \\tfrac{1}{2} \\, g^{\\top} P^{\\top} M P g",
  "ideal-slope": "\\nabla_P \\, \\mathrm{E}[Q] = (M P - I) \\, \\mathrm{E}[g g^{\\top}]",
  "ideal-inverse": `P^{*} = M^{-1} = (H + ${FSD} G + ${WSD} I)^{-1}`,
  "ideal-linearised": `(${FSD} G + ${WSD} I)^{-1}`,
  "ideal-rate": "\\eta^{*} = \\frac{\\mathrm{E}[g^{\\top} g]}{\\mathrm{E}[g^{\\top} M g]}",
});

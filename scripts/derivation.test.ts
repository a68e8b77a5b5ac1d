import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { DERIVATION } from "../src/components/article/sections/derivation";
import { idealEigenvalues } from "../src/config/formulas/ideal";
import { TEX } from "./equations/tex.mjs";

/*
 * The derivation of the ideal P, line by line, on random matrices: each line's own right side against what the line before it says, or
 * against a difference quotient. The TeX stands beside the check, so that no formula can change without it.
 */

/** A loss J(u) = j₀ + g₀ᵀu + ½ uᵀHu, FSD ½ dᵀGd, prices, a P of no symmetry, and gradients in all directions. */
function problem(seed: number) {
  const draw = numbers(seed);
  const size = 2 + (seed % 4);
  const square = () => Matrix.from1DArray(size, size, draw(size * size));
  const spd = () => {
    const root = square();
    return root.mmul(root.transpose()).add(Matrix.eye(size, size, 0.1));
  };
  const column = () => Matrix.columnVector(draw(size));
  const [lambdaFsd = 0, lambdaWsd = 0] = draw(2).map((value) => 0.2 + Math.abs(value));
  const [H, G, P, theta, linear] = [spd(), spd(), square(), column(), column()] as const;
  const I = Matrix.eye(size, size);
  const lossAt = (u: Matrix) => dot(linear, u) + 0.5 * dot(u, H.mmul(u));
  const M = Matrix.add(H, Matrix.mul(G, lambdaFsd)).add(Matrix.mul(I, lambdaWsd));
  const gradients = Array.from({ length: 3 * size }, column);
  const g = Matrix.add(linear, H.mmul(theta));
  return { H, G, P, M, I, theta, g, gradients, lossAt, lambdaFsd, lambdaWsd };
}
type Quadratic = ReturnType<typeof problem>;

/** Standard normal numbers from a seed (mulberry32 and Box-Muller): of this test alone. */
function numbers(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return (count: number) =>
    Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next()));
}

const dot = (a: Matrix, b: Matrix): number => a.transpose().mmul(b).get(0, 0);
const stepped = ({ theta, P, g }: Quadratic) => Matrix.sub(theta, P.mmul(g));

/** The whole bill after the step −P g, by its definition. */
function bill({ theta, lossAt, G, lambdaFsd, lambdaWsd }: Quadratic, P: Matrix, g: Matrix): number {
  const step = P.mmul(g).mul(-1);
  const moved = 0.5 * dot(step, G.mmul(step));
  return lossAt(Matrix.add(theta, step)) + lambdaFsd * moved + 0.5 * lambdaWsd * dot(step, step);
}

/** The mean of what stands in the bill but for J(θ), as a function of P: the loss's slope at θ is then each g in turn. */
const meanBill = ({ M, gradients }: Quadratic, P: Matrix): number =>
  gradients.reduce((sum, g) => {
    const step = P.mmul(g);
    return sum - dot(g, step) + 0.5 * dot(step, M.mmul(step));
  }, 0) / gradients.length;

const secondMoment = ({ gradients, I }: Quadratic): Matrix =>
  gradients
    .reduce((sum, g) => Matrix.add(sum, g.mmul(g.transpose())), Matrix.zeros(I.rows, I.rows))
    .div(gradients.length);

const expectClose = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));

/** That P g is what the products of a layer's matrices come to, with P written out: columns of G under one another. */
function checkProducts({ I }: Quadratic): void {
  expect([TEX.kronecker, TEX.products]).toEqual([
    "P = (A \\otimes B) \\, \\operatorname{diag}(\\operatorname{vec} S)^2 \\, (A \\otimes B)^{\\top}",
    "P g: \\quad B \\, (S \\circ S \\circ (B^{\\top} G A)) \\, A^{\\top}",
  ]);
  const draw = numbers(I.rows);
  const [out, into] = [I.rows, I.rows + 1];
  const matrix = (rows: number, columns: number) => Matrix.from1DArray(rows, columns, draw(rows * columns));
  const [A, B, S, G] = [matrix(into, into), matrix(out, out), matrix(out, into), matrix(out, into)] as const;
  const vec = (one: Matrix) => one.transpose().to1DArray();
  const both = A.kroneckerProduct(B);
  const P = both.mmul(Matrix.diag(vec(S).map((scale) => scale ** 2))).mmul(both.transpose());
  const inner = Matrix.mul(Matrix.mul(S, S), B.transpose().mmul(G).mmul(A));
  const step = vec(B.mmul(inner).mmul(A.transpose()));
  for (const [index, value] of P.mmul(Matrix.columnVector(vec(G)))
    .to1DArray()
    .entries())
    expectClose(value, step[index] ?? Number.NaN);
}

/** By equation: its TeX, and what it says in numbers. */
const CHECKS: Record<string, { tex: string; check: (one: Quadratic) => void }> = {
  "ideal-step": {
    tex: "\\theta' = \\theta - P g",
    check: checkProducts,
  },
  "ideal-loss": {
    tex: "J(\\theta') = J(\\theta) - g^{\\top} P g + \\tfrac{1}{2} \\, g^{\\top} P^{\\top} H P g",
    check: (one) => {
      const { P, H, g, theta, lossAt } = one;
      const Pg = P.mmul(g);
      expectClose(lossAt(theta) - dot(g, Pg) + 0.5 * dot(Pg, H.mmul(Pg)), lossAt(stepped(one)));
    },
  },
  "ideal-prices": {
    tex: "\\tfrac{1}{2} \\, g^{\\top} P^{\\top} (\\lambda_{\\mathrm{FSD}} G + \\lambda_{\\mathrm{WSD}} I) P g",
    check: (one) => {
      const { P, G, I, g, lambdaFsd, lambdaWsd, lossAt } = one;
      const Pg = P.mmul(g);
      const priced = Matrix.add(Matrix.mul(G, lambdaFsd), Matrix.mul(I, lambdaWsd));
      expectClose(0.5 * dot(Pg, priced.mmul(Pg)), bill(one, P, g) - lossAt(stepped(one)));
    },
  },
  "ideal-sum": {
    tex: "M = H + \\lambda_{\\mathrm{FSD}} G + \\lambda_{\\mathrm{WSD}} I",
    check: (one) => {
      // the second difference of the bill along any direction is that of M
      const { P, M, I, g } = one;
      const at = (scale: number) => bill(one, Matrix.mul(P, scale), g);
      const Pg = P.mmul(g);
      expectClose(at(1) + at(-1) - 2 * at(0), dot(Pg, M.mmul(Pg)));
      expect(M.rows).toBe(I.rows);
    },
  },
  "ideal-price": {
    tex: "Q(P) = J(\\theta) - g^{\\top} P g + \\tfrac{1}{2} \\, g^{\\top} P^{\\top} M P g",
    check: (one) => {
      const { P, M, g, theta, lossAt } = one;
      const Pg = P.mmul(g);
      expectClose(lossAt(theta) - dot(g, Pg) + 0.5 * dot(Pg, M.mmul(Pg)), bill(one, P, g));
    },
  },
  "ideal-slope": {
    tex: "\\nabla_P \\, \\mathrm{E}[Q] = (M P - I) \\, \\mathrm{E}[g g^{\\top}]",
    check: (one) => {
      const { P, M, I } = one;
      const slope = Matrix.sub(M.mmul(P), I).mmul(secondMoment(one));
      for (let i = 0; i < P.rows; i++)
        for (let j = 0; j < P.rows; j++) {
          const moved = (by: number) => {
            const other = P.clone();
            other.set(i, j, other.get(i, j) + by);
            return meanBill(one, other);
          };
          // a quadratic has no error but rounding in a central difference
          expect(Math.abs((moved(0.5) - moved(-0.5)) / 1 - slope.get(i, j))).toBeLessThan(1e-8 * (1 + slope.norm()));
        }
    },
  },
  "ideal-inverse": {
    tex: "P^{*} = M^{-1} = (H + \\lambda_{\\mathrm{FSD}} G + \\lambda_{\\mathrm{WSD}} I)^{-1}",
    check: (one) => {
      const { M, I } = one;
      const best = inverse(M);
      expect(Matrix.sub(M.mmul(best), I).mmul(secondMoment(one)).norm()).toBeLessThan(1e-8);
      // the second moment has an inverse, so it is the only zero; and no other P has a lower mean bill
      expect(Math.min(...new EigenvalueDecomposition(secondMoment(one)).realEigenvalues)).toBeGreaterThan(1e-6);
      const draw = numbers(M.rows);
      for (let trial = 0; trial < 20; trial++) {
        const other = Matrix.from1DArray(I.rows, I.rows, draw(I.rows ** 2)).add(best);
        expect(meanBill(one, other)).toBeGreaterThan(meanBill(one, best));
      }
    },
  },
};

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);

describe("the derivation of the ideal P", () => {
  it.each(DERIVATION.map(({ equation }) => equation))("%s holds on random matrices", (equation) => {
    const { tex, check } = CHECKS[equation] ?? { tex: "", check: () => expect.fail(`no check of ${equation}`) };
    expect(TEX[equation]).toBe(tex);
    for (const seed of SEEDS) check(problem(seed));
  });

  it("ends in the form that the chart draws where H = G, with and without the loss's own curvature", () => {
    const { H, I } = problem(3);
    const lambdas = { lambdaFsd: 0.7, lambdaWsd: 0.2 };
    const curvature = new EigenvalueDecomposition(H).realEigenvalues;
    for (const [form, own] of [
      ["exact", 1],
      ["linearised", 0],
    ] as const) {
      const M = Matrix.mul(H, own + lambdas.lambdaFsd).add(Matrix.mul(I, lambdas.lambdaWsd));
      const expected = new EigenvalueDecomposition(inverse(M)).realEigenvalues.sort((a, b) => a - b);
      const drawn = idealEigenvalues(curvature, lambdas, form) ?? [];
      expect(drawn).toHaveLength(expected.length);
      for (const [index, value] of drawn.entries()) expectClose(value, expected[index] ?? Number.NaN);
      // an eigenvalue that is small where the curvature is large, and none above 1 / λ_WSD
      expect(Math.max(...drawn)).toBeLessThan(1 / lambdas.lambdaWsd);
    }
  });

  it("with one rate for all directions has the lowest mean bill at η* = E[gᵀg] / E[gᵀMg]", () => {
    expect(TEX["ideal-rate"]).toBe("\\eta^{*} = \\frac{\\mathrm{E}[g^{\\top} g]}{\\mathrm{E}[g^{\\top} M g]}");
    for (const seed of SEEDS) {
      const one = problem(seed);
      const sum = (value: (g: Matrix) => number) => one.gradients.reduce((total, g) => total + value(g), 0);
      const best = sum((g) => dot(g, g)) / sum((g) => dot(g, one.M.mmul(g)));
      const at = (rate: number) => meanBill(one, Matrix.mul(one.I, rate));
      expect(at(best)).toBeLessThan(Math.min(at(0.99 * best), at(1.01 * best)));
    }
  });
});

describe("the proximal point of a quadratic", () => {
  /** With WSD alone: the zero of the bill's slope. */
  const pointOf = ({ H, I, theta, g }: Quadratic, lambdaWsd: number): Matrix =>
    Matrix.sub(theta, inverse(Matrix.add(H, Matrix.mul(I, lambdaWsd))).mmul(g));

  it("is an implicit step: the gradient is that at its end", () => {
    expect(TEX.implicit).toBe("\\theta^{+} = \\theta - \\frac{1}{\\lambda_{\\mathrm{WSD}}} \\nabla J_B(\\theta^{+})");
    for (const seed of SEEDS) {
      const one = problem(seed);
      const end = pointOf(one, one.lambdaWsd);
      const gradientThere = Matrix.add(one.g, one.H.mmul(Matrix.sub(end, one.theta)));
      const explicit = Matrix.sub(one.theta, Matrix.div(gradientThere, one.lambdaWsd));
      expect(Matrix.sub(end, explicit).norm()).toBeLessThan(1e-8);
    }
  });

  it("is nearer to the start the higher the price, and never leaves a bill above the loss it started from", () => {
    for (const seed of SEEDS) {
      const one = problem(seed);
      const lengths = [0.1, 1, 10, 100].map((price) => Matrix.sub(pointOf(one, price), one.theta).norm());
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      const step = Matrix.sub(pointOf(one, one.lambdaWsd), one.theta);
      const paid = one.lossAt(Matrix.add(one.theta, step)) + 0.5 * one.lambdaWsd * dot(step, step);
      expect(paid).toBeLessThanOrEqual(one.lossAt(one.theta));
    }
  });

  it("is where gradient descent can step too far: at a low price its loss is above the one it started from", () => {
    for (const seed of SEEDS) {
      const one = problem(seed);
      const far = Matrix.sub(one.theta, Matrix.mul(one.g, 1 / 1e-3));
      expect(one.lossAt(far)).toBeGreaterThan(one.lossAt(one.theta));
    }
  });
});

import { scalar, square, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { adamMove, adamUpdate, rmsUpdate } from "../../kernels/adam";
import { factorList, factorsOf } from "../../kernels/factors/factorList";
import { moveFactors } from "../../kernels/factors/factorMove";
import { joined, splitLike } from "../../kernels/joined";
import { joinedFlat } from "../../kernels/joinedFlat";
import {
  addScaled,
  heavyBall,
  innerProductOf,
  scaleColumns,
  scaleEach,
  scaleEachBy,
} from "../../kernels/linearCombination";
import { applyPreconditioners, preconditionerGrads, totalTrace } from "../../kernels/preconditioner";
import { expectComposition } from "../expectComposition";
import { normalTensor, readEach } from "../numeric";
import { applyPreconditioner, preconditionerGrad, preconditionerTrace } from "../onePreconditioner";

const SMALL_LAYERS = [
  [6, 3],
  [5, 7],
  [4, 6],
  [3, 5],
  [1, 4],
] as const;

const LARGE_LAYERS = [
  [48, 840],
  [5, 49],
] as const;

/** Tests that what works on lists of layers gives what the composition it replaces gives on the cpu backend. */
export function testFusedLists(): void {
  it.each([
    [1, 1],
    [3, 7],
    [10, 5],
    [8, 65],
  ])(
    "applies the Kronecker preconditioner to a layer %i by %i, with its trace and gradients",
    async (outputs, inputs) => {
      const matrix = (name: string, rows: number, columns: number) => () =>
        normalTensor<Tensor2D>(`fused.${name}`, [rows, columns], 0.5);
      const [G, R, S] = ["G", "R", "S"].map((name) => matrix(name, outputs, inputs)) as (() => Tensor2D)[];
      const factors = () => ({
        A: matrix("A", inputs, inputs)(),
        B: matrix("B", outputs, outputs)(),
        S: (S as () => Tensor2D)(),
      });
      for (const scale of ["raw", "exp"] as const)
        await expectComposition(() => {
          const applied = applyPreconditioner((G as () => Tensor2D)(), factors(), scale);
          const grads = preconditionerGrad((G as () => Tensor2D)(), (R as () => Tensor2D)(), factors(), applied, scale);
          return [applied.D, ...Object.values(grads), preconditionerTrace(factors(), scale)];
        }, 2e-6);
    },
  );

  it.each([
    { what: "small layers", shapes: SMALL_LAYERS, scale: "raw" },
    // 48·840² multiplications: on WebGPU its products are launches of their own
    { what: "layers of which one is large", shapes: LARGE_LAYERS, scale: "raw" },
    { what: "layers of which one is large", shapes: LARGE_LAYERS, scale: "exp" },
  ] as const)("applies the preconditioners of $what at once as one by one, S as $scale", async ({ shapes, scale }) => {
    const layers = <T>(make: (name: string, rows: number, columns: number) => T) =>
      shapes.map(([rows, columns], i) => make(`all.${i}`, rows, columns));
    const matrix = (name: string, rows: number, columns: number) => normalTensor<Tensor2D>(name, [rows, columns], 0.5);
    await expectComposition(() => {
      const [grads, outer] = ["G", "R"].map((kind) => layers((name, ...size) => matrix(`${name}${kind}`, ...size)));
      const factors = layers((name, rows, columns) => ({
        A: matrix(`${name}A`, columns, columns),
        B: matrix(`${name}B`, rows, rows),
        S: matrix(`${name}S`, rows, columns),
      }));
      const applied = applyPreconditioners(grads as Tensor2D[], factors, scale);
      const metaGrads = preconditionerGrads(grads as Tensor2D[], outer as Tensor2D[], factors, applied, scale);
      return [
        ...applied.map(({ D }) => D),
        ...metaGrads.flatMap((each) => Object.values(each)),
        totalTrace(factors, scale),
      ];
    }, 2e-6);
  });

  it.each(["A", "B", "none"] as const)("applies preconditioners of which %s is learned beside S", async (learned) => {
    const layers = [
      [6, 13],
      [9, 5],
      [1, 1],
    ] as const;
    const matrix = (name: string, rows: number, columns: number) =>
      normalTensor<Tensor2D>(`some.${name}`, [rows, columns], 0.5);
    const list = (name: string) => layers.map(([rows, columns], i) => matrix(`${name}${i}`, rows, columns));
    for (const scale of ["raw", "exp"] as const)
      await expectComposition(() => {
        const factors = layers.map(([rows, columns], i) => ({
          ...(learned === "A" && { A: matrix(`A${i}`, columns, columns) }),
          ...(learned === "B" && { B: matrix(`B${i}`, rows, rows) }),
          S: matrix(`S${i}`, rows, columns),
        }));
        const applied = applyPreconditioners(list("G"), factors, scale);
        const grads = preconditionerGrads(list("G"), list("R"), factors, applied, scale);
        return [
          ...applied.map(({ D }) => D),
          ...grads.flatMap((each) => Object.values(each)),
          totalTrace(factors, scale),
        ];
      }, 2e-6);
  });

  // 301,000 numbers in the factors of the first layer, which on WebGPU has launches of its own
  it.each(["raw", "exp"] as const)(
    "moves factors with their moments where they lie, to the bits of new ones, S as %s",
    async (scale) => {
      const shapes = [
        [5, 536],
        [6, 13],
        [1, 4],
      ] as const;
      const list = (name: string) => shapes.map((shape, i) => normalTensor<Tensor2D>(`${name}${i}`, shape, 0.5));
      const learned = [{ A: true, B: true }, { B: true }, {}];
      const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, count: 3 };
      const start = () => {
        const tensors = shapes.flatMap(([outputs, inputs], i) => [
          ...(learned[i]?.A ? [normalTensor<Tensor2D>("A", [inputs, inputs], 0.1)] : []),
          ...(learned[i]?.B ? [normalTensor<Tensor2D>(`B${i}`, [outputs, outputs], 0.5)] : []),
          normalTensor<Tensor2D>(`S${i}`, [outputs, inputs], 0.5),
        ]);
        const numbers = tensors.reduce((sum, { size }) => sum + size, 0);
        const row = (name: string) => normalTensor<Tensor2D>(name, [1, numbers]);
        return { factors: factorsOf(tensors, learned), moments: { mu: row("mu"), nu: square(row("nu")) as Tensor2D } };
      };
      const made = await readEach(
        tidy(() => {
          const { factors, moments } = start();
          const applied = applyPreconditioners(list("G"), factors, scale);
          const grads = factorList(preconditionerGrads(list("G"), list("R"), factors, applied, scale));
          const { params, mu, nu } = adamMove(grads, moments, settings, 0.3, factorList(factors));
          return [...params, mu, nu];
        }),
      );
      const { factors, moments } = start();
      const held = [...factorList(factors), moments.mu, moments.nu];
      // what was read before is not what they are afterwards
      await Promise.all(held.map((each) => each.data()));
      tidy(() => {
        const [grads, outer] = [list("G"), list("R")];
        moveFactors({ grads, outer, factors, moments, settings, rate: 0.3, scale, room: 1000 });
      });
      expect(await readEach(held)).toEqual(made);
    },
  );

  it("scales a list of tensors by a number or by a scalar of the device, and sums products in all of it", async () => {
    const list = (name: string) => [normalTensor(`${name}0`, [3, 5]), normalTensor(`${name}1`, [2])];
    await expectComposition(() => [...scaleEach(0.3, list("x")), ...scaleEach(scalar(-0.7), list("x"))], 0);
    for (const factor of [1, -1]) await expectComposition(() => addScaled(factor, list("x"), list("y")), 0);
    await expectComposition(() => [innerProductOf(list("x"), list("y"))]);
    const factors = () => [scalar(0.5), scalar(-3)];
    await expectComposition(() => scaleEachBy(factors(), list("x")), 0);
    await expectComposition(() => {
      const { trace, params } = heavyBall(0.9, list("m"), list("x"), list("y"));
      return [...trace, ...params];
    }, 0);
    expect(() => tidy(() => addScaled(1, list("x"), []))).toThrow("cannot be paired");
  });

  it("scales the first columns of matrices, all of them or none, to the bits of the composition", async () => {
    const shapes = [
      [3, 5],
      [7, 2],
      [1, 4],
      [300, 3],
    ] as const;
    const list = () => shapes.map((shape, i) => normalTensor<Tensor2D>(`c${i}`, shape));
    await expectComposition(() => scaleColumns(0.997, list(), [4, 0, 4, 2]), 0);
    const [first] = await readEach(tidy(() => scaleColumns(0.5, list(), [4, 0, 4, 2])));
    const [from] = await readEach(tidy(list));
    expect(first).toEqual(from?.map((value, at) => (at % 5 === 4 ? value : 0.5 * value)));
    expect(() => tidy(() => scaleColumns(0.5, list(), [4]))).toThrow("cannot be paired");
  });

  it("takes lists of many tensors and of many values", async () => {
    const list = (name: string) =>
      Array.from({ length: 9 }, (_, i) => normalTensor<Tensor2D>(`${name}${i}`, [i + 1, i === 8 ? 2500 : 3]));
    await expectComposition(() => addScaled(0.3, list("x"), list("y")), 0);
    await expectComposition(() => [innerProductOf(list("x"), list("x"))]);
    await expectComposition(() => splitLike(joined(list("x")), list("y")), 0);
  });

  it("updates all layers to the bits of the composition", async () => {
    const shapes = [
      [3, 5],
      [1, 2],
      [8, 9],
    ] as const;
    const layers = (name: string) => shapes.map((shape, i) => normalTensor<Tensor2D>(`${name}${i}`, shape));
    const row = (name: string) => normalTensor<Tensor2D>(name, [1, 89]);
    await expectComposition(() => addScaled(-0.3, layers("x"), layers("y")), 0);
    await expectComposition(() => [joinedFlat([...layers("x"), normalTensor("s", [])])], 0);
    const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, count: 3 };
    const moments = () => ({ mu: row("mu"), nu: square(row("nu")) as Tensor2D });
    await expectComposition(() => {
      const { direction, mu, nu } = adamUpdate(layers("g"), moments(), settings);
      return [...direction, mu, nu];
    }, 0);
    await expectComposition(() => {
      const { params, mu, nu } = adamMove(layers("g"), moments(), settings, 0.3, layers("p"));
      return [...params, mu, nu];
    }, 0);
    await expectComposition(() => {
      const { direction, nu } = rmsUpdate(layers("g"), moments().nu, settings);
      return [...direction, nu];
    }, 0);
  });
}

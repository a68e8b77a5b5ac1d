import { expect, test } from "vitest";
import { quadraticFsd, quadraticLoss } from "../../config/formulas/proximalPicture";
import { PICTURE, PICTURE_QUADRATIC } from "../../config/tables/quadratics";
import { pictureModel } from "./pictureModel";

const { theta, lambdas } = PICTURE;
const at = (part: Partial<typeof lambdas> | { lambdaFsd?: number; lambdaWsd?: number }) =>
  pictureModel({ theta, lambdas: { ...lambdas, ...part } });

test("Q at θ⁺ is the sum of the terms shown, each with its price, and less than Q before the step", () => {
  const { shape, terms, objectiveText } = at({});
  const loss = quadraticLoss(PICTURE_QUADRATIC, shape.next);
  const fsd = lambdas.lambdaFsd * quadraticFsd(PICTURE_QUADRATIC, shape.next, theta);
  const wsd = (lambdas.lambdaWsd * shape.length ** 2) / 2;
  expect(terms.map(({ text }) => Number(text))).toEqual([loss, fsd, wsd].map((value) => Number(value.toPrecision(3))));
  expect(Number(objectiveText)).toBeCloseTo(loss + fsd + wsd, 2);
  const shares = terms.reduce((sum, { share }) => sum + share, 0);
  expect(shares).toBeCloseTo((loss + fsd + wsd) / quadraticLoss(PICTURE_QUADRATIC, theta), 9);
  expect(shares).toBeLessThan(1);
});

test("at the minimum there is nothing to gain: no step, balls of no size, and no share that is no number", () => {
  const model = pictureModel({ theta: PICTURE_QUADRATIC.minimum, lambdas });
  expect(model.shape).toMatchObject({ gain: 0, length: 0, fsdBall: [0, 0], wsdRadius: 0 });
  expect(model.terms.map(({ share }) => share)).toEqual([0, 0, 0]);
});

test.each([
  [{}, "Inside a ball, that price alone is less than there is to gain."],
  [{ lambdaFsd: 0 }, "λ_FSD is 0: outputs may change for nothing, and the FSD ball is the whole plane."],
  [{ lambdaWsd: 0 }, "λ_WSD is 0: weights may move for nothing, and the WSD ball is the whole plane."],
  [{ lambdaFsd: 0.3 }, "The FSD ball reaches beyond the picture."],
  [{ lambdaWsd: 2 }, "The WSD ball reaches beyond the picture."],
  [
    { lambdaFsd: 0.01, lambdaWsd: 1e-4 },
    "The FSD ball is larger than the picture. The WSD ball is larger than the picture.",
  ],
])("prices %j: %s", (part, remark) => {
  const model = at(part);
  expect(model.remark).toBe(remark);
  if (remark.startsWith("λ") || remark.startsWith("The")) expect(model.summary).toContain(remark);
});

test("the summary says where the step leads, how long it is and what Q is made of", () => {
  expect(at({}).summary).toMatch(
    /^θ = \(−0\.500, 0\.200\), where the loss is [\d.]+ above its least\. With λ_FSD 0\.90 and λ_WSD 4\.0 the step leads to θ⁺ = \(.+\), a length of 0\.\d+\. Q there is [\d.]+: loss [\d.]+, λ_FSD FSD [\d.]+, λ_WSD WSD [\d.]+\. The FSD ball is [\d.]+ wide and [\d.]+ long\. The WSD ball has radius [\d.]+\.$/,
  );
});

test("the sliders have the scale of the page's, and names of their own", () => {
  const { knob } = at({}).prices.lambdaWsd;
  expect(knob).toMatchObject({ label: "λ_WSD in the picture", symbol: "λ_WSD", text: "4.0", min: 1e-4, max: 100 });
});

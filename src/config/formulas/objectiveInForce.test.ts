import { expect, it } from "vitest";
import { objectiveInForce } from "./objectiveInForce";

const fallback = { lambdaFsd: 1, lambdaWsd: 2, klDirection: "old-new" } as const;
const own = { lambdaFsd: 3, lambdaWsd: 4, klDirection: "new-old" } as const;

it("the λ in force are those of the first APO run, else the fallback's", () => {
  const of = (...ids: ("sgd" | "apo-lr" | "apo-p")[]) =>
    objectiveInForce(
      ids.map((optimizer) => ({ optimizer })),
      ({ optimizer }) => (optimizer === "apo-p" ? own : { ...own, lambdaFsd: 9 }),
      fallback,
    );
  expect(of("sgd", "apo-p", "apo-lr")).toEqual(own);
  expect(of("sgd", "apo-lr", "apo-p").lambdaFsd).toBe(9);
  expect(of("sgd")).toEqual(fallback);
});

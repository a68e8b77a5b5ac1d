import { type Tensor, tidy } from "@tensorflow/tfjs-core";
import { expect } from "vitest";
import { onCpu, readEach, relativeError } from "./numeric";

/** The tensors that `make` returns on the active backend, each within `limit` of tfjs's ops on its cpu backend. */
export async function expectComposition(make: () => Tensor[], limit = 1e-6): Promise<void> {
  const expected = await onCpu(() => readEach(tidy(make)));
  const actual = await readEach(tidy(make));
  expect(actual.length).toBe(expected.length);
  for (const [i, values] of expected.entries()) {
    const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    if (limit === 0 || scale === 0) expect(actual[i]?.map(unsigned)).toEqual(values.map(unsigned));
    else expect(relativeError(actual[i] as number[], values)).toBeLessThan(limit);
  }
}

/** Both zeros as one. */
const unsigned = (value: number) => value + 0;

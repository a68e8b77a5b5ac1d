import { test } from "vitest";
import { generator } from "../../src/store/testing/generator";
import { type FaultId, reportOf, trialsOf } from "./faults.mjs";
import { type Draws, expectClean } from "./hostile";

declare module "vitest" {
  interface TaskMeta {
    /** The fault that a test tries, and how often. */
    fault?: string;
  }
}

/** An input that takes longer than this would stop the page. */
const MOST_MS = 5000;

/**
 * A test with as many random inputs as the table has for a fault, the same in every run. An input that fails is printed.
 * `make` draws an input; `read` hands it to a reader and expects what is promised.
 */
export function fuzz<Input>(
  fault: FaultId,
  name: string,
  make: (draws: Draws) => Input,
  read: (input: Input) => unknown,
): void {
  test(`${trialsOf(fault)} ${name}`, async ({ task }) => {
    task.meta.fault = reportOf(fault).annotation.description;
    const draws = generator(17);
    for (let at = 0; at < trialsOf(fault); at++) {
      const input = make(draws);
      const start = performance.now();
      try {
        await read(input);
        expectClean();
        const took = performance.now() - start;
        if (took > MOST_MS) throw new Error(`It took ${took.toFixed(0)} ms.`);
      } catch (error) {
        throw new Error(`Input ${at} of ${fault} fails: ${shown(input)}`, { cause: error });
      }
    }
  });
}

const shown = (input: unknown): string => {
  const text = input instanceof Uint8Array ? new TextDecoder().decode(input) : JSON.stringify(input);
  return (text ?? String(input)).slice(0, 2000);
};

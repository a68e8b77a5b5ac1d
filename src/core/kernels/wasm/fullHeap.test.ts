import { engine } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../testing/forEachBackend";
import { DeviceFault } from "../faults/deviceFault";
import { wasmHeap } from "./heap";

interface Wasm {
  asm: { memory: { grow?: (pages: number) => number } };
  _malloc(bytes: number): number;
}

beforeAll(() => useBackend("wasm"));

test("memory that the browser gives no more of is a fault of the device, and no address", () => {
  expect(wasmHeap()).not.toBeNull();
  const { wasm } = engine().backend as unknown as { wasm: Wasm };
  const { memory } = wasm.asm;
  memory.grow = () => {
    throw new RangeError("planted");
  };
  try {
    expect(() => wasm._malloc(2 ** 30)).toThrow(DeviceFault);
  } finally {
    delete memory.grow;
  }
});

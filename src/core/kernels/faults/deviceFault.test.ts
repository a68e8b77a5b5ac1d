import { expect, test } from "vitest";
import { DeviceFault, isDeviceFault } from "./deviceFault";

/** (module (func (export "trap") unreachable)) */
const TRAP = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11],
]);

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

test("a trap, a refused buffer, a refused read and memory that is full tell of the device; an error of a method does not", () => {
  const { trap } = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports as { trap(): void };
  expect(isDeviceFault(thrownBy(trap))).toBe(true);
  expect(isDeviceFault(thrownBy(() => new ArrayBuffer(2 ** 53 - 1)))).toBe(true);
  expect(isDeviceFault(new DOMException("The buffer was destroyed.", "OperationError"))).toBe(true);
  expect(isDeviceFault(new DeviceFault("The memory of WebAssembly has no 8 bytes left."))).toBe(true);
  expect(isDeviceFault(thrownBy(() => new Array(-1)))).toBe(false);
  expect(isDeviceFault(new Error("not positive definite"))).toBe(false);
  expect(isDeviceFault("words")).toBe(false);
});

/** The device failed that a race computes on: no run is at fault, and another device may do. */
export class DeviceFault extends Error {
  override readonly name = "DeviceFault";
}

/** Whether an error tells of the device: no memory left, a kernel that traps, a read or a call that the browser refuses. */
export function isDeviceFault(error: unknown): boolean {
  if (error instanceof DeviceFault || error instanceof DOMException) return true;
  if (error instanceof RangeError) return /alloc|memory/i.test(error.message); // of an ArrayBuffer, in the words of each browser
  return typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError;
}

/** How fast a device does each kind of work, as it was timed. */
export interface DeviceRates {
  multiplyAddsPerMs: number;
  /** Numbers that sums read and write. */
  numbersPerMs: number;
  msPerCall: number;
  /** Of factorisations in float64, which the processor does whatever the device. */
  hostMultiplyAddsPerMs: number;
}

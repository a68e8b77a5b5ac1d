/** How fast a device does each kind of work, as it was timed. */
export interface DeviceRates {
  multiplyAddsPerMs: number;
  /** Numbers that sums read and write. */
  numbersPerMs: number;
  msPerCall: number;
  /** Cubes of a matrix's side that the processor, whatever the device, inverts and takes the eigenvectors of in float64. */
  invertedPerMs: number;
  eigenPerMs: number;
}

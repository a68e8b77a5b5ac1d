// @ts-check

/**
 * A fault that tests inject, and what the page promises of it. `few` trials are part of `npm test`, `many` of `npm run reliability`.
 * @typedef {{ fault: string, how: string, promise: string, test: string, few: number, many: number }} Fault
 */

const GOES_ON =
  "The race goes on in a new worker from its last checkpoint; the log stays, and every loss equals the uninterrupted run's to the bit.";
const ON_WASM = "WASM goes on from the last step; the log stays, and losses equal those of a run on WASM within 1e-4.";
const ON_CPU =
  "The CPU goes on from the last step; the log stays, and losses equal those of a run on the CPU within 1e-3.";
const REFUSED = "Read, or refused with what is wrong and a way on; never thrown, nothing of it left behind.";

/** Every fault that is tried many times. A test holds the list to the tests, and the document to the list. */
export const FAULTS = /** @satisfies {Record<string, Fault>} */ ({
  trainer: {
    fault: "The training worker is lost",
    how: "At a random step it throws where nothing catches it, is ended without a word, or waits for ever, in turn.",
    promise: GOES_ON,
    test: "e2e/lostWorkers.spec.ts",
    few: 2,
    many: 21,
  },
  partner: {
    fault: "The second training worker of a race is lost",
    how: "At a random step it throws or is ended without a word, in turn.",
    promise: GOES_ON,
    test: "e2e/lostWorkers.spec.ts",
    few: 2,
    many: 20,
  },
  analysis: {
    fault: "The analysis worker is lost",
    how: "Behind a random step it throws; every tenth time it is ended without a word.",
    promise: "Another takes its place, and the spectra at the next step equal the uninterrupted run's to the bit.",
    test: "e2e/lostViewWorkers.spec.ts",
    few: 2,
    many: 20,
  },
  landscape: {
    fault: "The landscape's worker is lost",
    how: "At a random moment it throws or is ended without a word, in turn.",
    promise: "Another answers the same question with the same numbers.",
    test: "e2e/lostViewWorkers.spec.ts",
    few: 2,
    many: 20,
  },
  sweep: {
    fault: "The sweep map's worker is lost",
    how: "Behind a random row it throws or is ended without a word, in turn.",
    promise: "Another trains the rows that are left, and the map equals an uninterrupted one to the bit.",
    test: "e2e/lostViewWorkers.spec.ts",
    few: 2,
    many: 20,
  },
  seeds: {
    fault: "The worker of further seeds is lost",
    how: "Behind a random seed it throws or is ended without a word, in turn.",
    promise: "Another trains the seeds that are left, and the bands equal uninterrupted ones to the bit.",
    test: "e2e/lostViewWorkers.spec.ts",
    few: 2,
    many: 20,
  },
  wasmMemory: {
    fault: "The memory of WebAssembly is full",
    how: "From a random step on every allocation is refused.",
    promise: ON_CPU,
    test: "e2e/wasmFaults.spec.ts",
    few: 2,
    many: 20,
  },
  wasmTrap: {
    fault: "A WebAssembly kernel traps",
    how: "From a random step on every kernel throws a RuntimeError.",
    promise: ON_CPU,
    test: "e2e/wasmFaults.spec.ts",
    few: 2,
    many: 20,
  },
  deviceLost: {
    fault: "The WebGPU device is lost",
    how: "device.destroy() in the worker at a random step, on a software adapter.",
    promise: ON_WASM,
    test: "e2e/gpuFaults.webgpu.spec.ts",
    few: 2,
    many: 20,
  },
  readRefused: {
    fault: "A read-back of WebGPU is refused",
    how: "From a random step on mapAsync rejects.",
    promise: ON_WASM,
    test: "e2e/gpuFaults.webgpu.spec.ts",
    few: 2,
    many: 6,
  },
  gpuMemory: {
    fault: "WebGPU's memory is full",
    how: "At a random step the device reports an out-of-memory error.",
    promise: ON_WASM,
    test: "e2e/gpuFaults.webgpu.spec.ts",
    few: 2,
    many: 6,
  },
  kernelRefused: {
    fault: "WebGPU refuses a kernel",
    how: "At a random step a shader that is none is compiled.",
    promise: ON_WASM,
    test: "e2e/gpuFaults.webgpu.spec.ts",
    few: 2,
    many: 6,
  },
  gpuKilled: {
    fault: "The browser's GPU process is killed",
    how: "SIGKILL at a random step. A browser gives up its GPU after some of these, so they are few.",
    promise: ON_WASM,
    test: "e2e/gpuFaults.webgpu.spec.ts",
    few: 2,
    many: 2,
  },
  tab: {
    fault: "The tab crashes",
    how: "Its renderer is ended at a random step, again and again in one race.",
    promise: "At most 5 s of training are lost each time, and the end equals the uninterrupted run's to the bit.",
    test: "e2e/kill.spec.ts",
    few: 3,
    many: 20,
  },
  links: {
    fault: "Hostile and broken links",
    how: "Random parts with huge numbers, prototype names, markup, formulas, cut escapes and control characters.",
    promise: "Never thrown; what is left of it survives its own link, and no word shows an object or code.",
    test: "scripts/reliability/links.test.ts",
    few: 200,
    many: 2000,
  },
  files: {
    fault: "Hostile and broken traces and configs",
    how: "Valid files with values changed, left out, doubled or of another type, cut short, and with bytes flipped.",
    promise: REFUSED,
    test: "scripts/reliability/files.test.ts",
    few: 200,
    many: 2000,
  },
  scenes: {
    fault: "Hostile and broken talks",
    how: "A valid set of scenes, changed as the files above.",
    promise: REFUSED,
    test: "scripts/reliability/files.test.ts",
    few: 200,
    many: 1000,
  },
  csv: {
    fault: "Hostile and broken CSV files",
    how: "Tables with cells, quotes and separators changed, rows cut, names of every object, formulas, bytes flipped.",
    promise: REFUSED,
    test: "scripts/reliability/csv.test.ts",
    few: 200,
    many: 1000,
  },
  messages: {
    fault: "Hostile messages to an embed",
    how: "Calls and events with fields changed, left out or of another type, and calls with random arguments.",
    promise: "Ignored, answered, or refused with an error that says what the call takes.",
    test: "scripts/reliability/messages.test.ts",
    few: 200,
    many: 500,
  },
});

/** @typedef {keyof typeof FAULTS} FaultId */

/** Whether this is `npm run reliability`. */
const IS_LONG = process.env.RELIABILITY === "1";

/** How many trials of a fault this run of the tests has. @param {FaultId} fault */
export const trialsOf = (fault) => (IS_LONG ? FAULTS[fault].many : FAULTS[fault].few);

/** What a test says of itself for the report: by the tag one fault's test is found, in the annotation stands how often it was tried. @param {FaultId} fault */
export const reportOf = (fault) => ({
  tag: `@${fault}`,
  annotation: { type: "fault", description: `${fault} ${trialsOf(fault)}` },
});

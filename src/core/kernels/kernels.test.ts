import { cast, memory, type Tensor, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { forEachBackend, useBackend } from "../testing/forEachBackend";
import { normalTensor } from "../testing/numeric";
import { testFusedKernels, testTanh } from "../testing/suites/fusedTests";
import { testKernels } from "../testing/suites/kernelTests";
import { activate } from "./activation";
import { type WasmHeap, wasmHeap } from "./wasm/heap";

describe("kernels", () => forEachBackend(testKernels));

describe("fused kernels on wasm", () => {
  beforeAll(() => useBackend("wasm"));
  testFusedKernels();
  testTanh();

  it("run on the memory of tfjs-backend-wasm", () => {
    expect(wasmHeap()).not.toBeNull();
  });

  it("give all their memory back", () => {
    const heap = wasmHeap() as WasmHeap;
    const x = normalTensor<Tensor>("heap.x", [300, 1000]);
    const before = memory();
    const addresses = Array.from({ length: 100 }, () => tidy(() => heap.at(activate("tanh", x))));
    expect(memory()).toEqual(before);
    // a hundred megabytes of results, and each lies where the one before it was given back
    expect(new Set(addresses).size).toBeLessThan(3);
    x.dispose();
  });

  it("refuse a tensor that does not hold float32", () => {
    const heap = wasmHeap() as WasmHeap;
    tidy(() => {
      expect(() => heap.at(cast(normalTensor("heap.i", [2]), "int32"))).toThrow("tensor of int32");
    });
  });
});

import { add, cast, engine, memory, type Tensor, tensor1d, tidy } from "@tensorflow/tfjs-core";
import { describe, expect, it, vi } from "vitest";
import { read } from "../../testing/numeric";
import { useWebGpu } from "../../testing/webGpu";
import { gpuHeap } from "../gpuKernels";
import { addScaled } from "../linearCombination";
import type { WebGpuBackend } from "./backend";
import type { GpuHeap } from "./heap";
import { runList } from "./lists";

describe("our launches in the compute pass of tfjs", () => {
  useWebGpu();
  const heapOf = () => gpuHeap() as GpuHeap;

  it("run a program with named tensors and numbers between kernels of tfjs", async () => {
    const y = tidy(() => {
      const heap = heapOf();
      const [x, y] = [add(tensor1d([1, 2, 3]), 1), heap.make([3])];
      const code = () => `@compute @workgroup_size(64)
        fn main(@builtin(global_invocation_id) id: vec3u) { if (id.x < 3u) { y[id.x] = numbers.by * x[id.x]; } }`;
      heap.run({ key: "test", code, workgroups: [1] }, { y }, { x }, { by: 2 });
      return add(y, 0.5);
    });
    expect(await read(y)).toEqual([4.5, 6.5, 8.5]);
  });

  it("keep apart the numbers of launches that are submitted together, also of more than there are slots for", async () => {
    const x = tensor1d([1, 2]);
    const zero = tensor1d([0, 0]);
    const scaled = Array.from({ length: 600 }, (_, i) => addScaled(i, [x], [zero])[0] as Tensor);
    expect(await read(scaled)).toEqual(scaled.flatMap((_, i) => [i, 2 * i]));
    x.dispose();
    zero.dispose();
  });

  it("keep the tensors of a list apart in their one buffer, and give the buffer back with the last of them", async () => {
    const backend = engine().backend as WebGpuBackend;
    const ones = [3, 70, 1].map((n) => tensor1d(new Float32Array(n).fill(1)));
    const before = memory();
    const [a, b, c] = addScaled(2, ones, ones) as [Tensor, Tensor, Tensor];
    const at = heapOf().place(a);
    expect([b, c].map((tensor) => heapOf().place(tensor))).toEqual([
      { buffer: at.buffer, offset: 64 },
      { buffer: at.buffer, offset: 192 },
    ]);
    b.dispose();
    // a kernel of tfjs binds the part that a tensor is
    expect(await read(tidy(() => add(c, c)))).toEqual([6]);
    expect([...(await a.data())]).toEqual([3, 3, 3]);
    expect(backend.tensorMap.get(c.dataId).slice?.sharers.alive).toBe(2);
    a.dispose();
    c.dispose();
    expect(memory().numTensors).toBe(before.numTensors);
    const [again] = addScaled(2, ones, ones) as [Tensor];
    expect(heapOf().place(again).buffer).toBe(at.buffer);
  });

  it("refuse a tensor that does not hold float32, and an output in a buffer that is read", () => {
    tidy(() => {
      const [x, y] = heapOf().makeList([[2], [2]]) as [Tensor, Tensor];
      expect(() => heapOf().place(cast(x, "int32"))).toThrow("tensor of int32");
      const segment = { outputs: { y }, inputs: { x }, sizes: {}, workgroups: 1 };
      expect(() => runList(heapOf(), { key: "clash", threads: 1, code: () => "" }, [segment])).toThrow(
        "that the launch reads",
      );
    });
  });

  it("make no new buffers once each size was there, however values come and go", async () => {
    const created = vi.spyOn(GPUDevice.prototype, "createBuffer");
    const round = async (value: number) => {
      const sum = tidy(() => addScaled(value, [tensor1d([1, value])], [tensor1d([value, 2])])[0] as Tensor);
      expect(await read(sum)).toEqual([2 * value, value * value + 2]);
    };
    await round(3);
    await round(4);
    created.mockClear();
    for (let value = 5; value < 15; value++) await round(value);
    expect(created).not.toHaveBeenCalled();
    created.mockRestore();
  });
});

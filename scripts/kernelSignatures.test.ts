import { describe, expect, it } from "vitest";
import { kernelsModule, readSignatures } from "./kernelSignatures.mjs";

const DECLARED = `declare namespace __AdaptedExports {
  /**
   * assembly/matmul/turn
   * @param a \`usize\`
   * @param by \`f32\`
   * @param scratch \`usize\`
   * @returns \`i32\`
   */
  export function turn(a: number, by: number, scratch: number): number;
  /**
   * assembly/matmul/turnScratch
   * @param a \`usize\`
   * @returns \`usize\`
   */
  export function turnScratch(a: number): number;
}`;

const turn = {
  name: "turn",
  source: "assembly/matmul.ts",
  parameters: [
    { name: "a", type: "usize" },
    { name: "by", type: "f32" },
    { name: "scratch", type: "usize" },
  ],
  returns: "i32",
};
const turnScratch = {
  name: "turnScratch",
  source: "assembly/matmul.ts",
  parameters: [{ name: "a", type: "usize" }],
  returns: "usize",
};

const MODULE = { entry: "assembly/index.ts", type: "WasmKernels" };

describe("the signatures of the kernels", () => {
  it("are read from what the AssemblyScript compiler declares", () => {
    expect(readSignatures(DECLARED)).toEqual([turn, turnScratch]);
  });

  it("give each kernel its numbers by name, and its scratch space of the size it asks for", () => {
    const text = kernelsModule([turn, turnScratch], MODULE);
    expect(text).toContain("turn(numbers: { a: usize; by: f32 }): i32;");
    expect(text).toContain("turn: ({ a, by }) => wasm.turn(a, by, scratch(wasm.turnScratch(a))),");
  });

  it.each([
    ["a kernel without the size of its scratch space", [turn], "turn takes `scratch`: export turnScratch."],
    ["a size without its kernel", [turnScratch], "turnScratch belongs to no kernel."],
    [
      "a size of a kernel that takes no scratch space",
      [{ ...turn, parameters: turn.parameters.slice(0, 2) }, turnScratch],
      "turn takes no `scratch`, but there is turnScratch.",
    ],
    [
      "a size that asks for what the kernel does not have",
      [turn, { ...turnScratch, parameters: [{ name: "rows", type: "usize" }] }],
      "turnScratch asks for rows, which turn does not have.",
    ],
    [
      "a number that JavaScript cannot hand over as one",
      [{ ...turn, parameters: [{ name: "a", type: "i64" }] }],
      "turn has a value of type i64",
    ],
  ])("refuse %s", (_, signatures, message) => {
    expect(() => kernelsModule(signatures, MODULE)).toThrow(message);
  });
});

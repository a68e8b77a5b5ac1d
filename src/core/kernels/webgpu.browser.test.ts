import { getBackend, matMul, setBackend, tensor2d } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu";
import { expect, it } from "vitest";

it("multiplies two matrices on the WebGPU backend of the test browser", async () => {
  expect(await setBackend("webgpu")).toBe(true);
  expect(getBackend()).toBe("webgpu");
  const product = matMul(
    tensor2d([
      [1, 2],
      [3, 4],
    ]),
    tensor2d([
      [5, 6],
      [7, 8],
    ]),
  );
  // 1·5 + 2·7, 1·6 + 2·8, 3·5 + 4·7, 3·6 + 4·8
  expect([...(await product.data())]).toEqual([19, 22, 43, 50]);
});

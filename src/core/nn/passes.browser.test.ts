import { getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu";
import { beforeAll, describe, expect } from "vitest";
import { testPasses } from "../testing/passTests";

describe("layers and models on WebGPU", () => {
  beforeAll(async () => {
    expect(await setBackend("webgpu")).toBe(true);
    await ready();
    expect(getBackend()).toBe("webgpu");
  });
  testPasses();
});

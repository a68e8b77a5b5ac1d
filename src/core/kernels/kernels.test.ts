import { describe } from "vitest";
import { forEachBackend } from "../testing/forEachBackend";
import { testKernels } from "../testing/kernelTests";

describe("kernels", () => forEachBackend(testKernels));

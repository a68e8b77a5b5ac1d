import { describe } from "vitest";
import { testCurvature } from "../testing/curvatureTests";
import { forEachBackend } from "../testing/forEachBackend";

describe("curvature products", () => forEachBackend(testCurvature));

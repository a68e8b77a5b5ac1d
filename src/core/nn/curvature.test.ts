import { describe } from "vitest";
import { APO_PROBLEMS } from "../testing/apoProblem";
import { testCurvature } from "../testing/curvatureTests";
import { forEachBackend } from "../testing/forEachBackend";

describe("curvature products", () => forEachBackend(() => testCurvature(APO_PROBLEMS)));

import { describe } from "vitest";
import { APO_PROBLEMS } from "../testing/apoProblem";
import { forEachBackend } from "../testing/forEachBackend";
import { testCurvature } from "../testing/suites/curvatureTests";

describe("curvature products", () => forEachBackend(() => testCurvature(APO_PROBLEMS)));

import { describe } from "vitest";
import { forEachBackend } from "../testing/forEachBackend";
import { testPasses } from "../testing/suites/passTests";

describe("layers and models", () => forEachBackend(testPasses));

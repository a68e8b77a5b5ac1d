import { describe } from "vitest";
import { forEachBackend } from "../testing/forEachBackend";
import { testPasses } from "../testing/passTests";

describe("layers and models", () => forEachBackend(testPasses));

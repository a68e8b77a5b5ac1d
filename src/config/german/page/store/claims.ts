import type { Words } from "../../words";

/** The poster in this program. */
export const GERMAN_CLAIMS_OF_STORE: Words = {
  "test {0}": "Test: {0}",
};

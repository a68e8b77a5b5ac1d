import type { Words } from "../../words";

/** What a host may call. */
export const GERMAN_PROTOCOL_OF_WORKER: Words = {
  "how many steps, 1 where nothing is said": "wie viele Schritte, 1 wo nichts gesagt ist",
  "a step from 0, or null for the latest": "ein Schritt ab 0, oder null für den letzten",
  "a setting's name, a number, and { run } where only one run is meant":
    "der Name einer Einstellung, eine Zahl, und { run }, wo nur ein Lauf gemeint ist",
  "the name of a chart, the first where nothing is said": "der Name eines Diagramms, das erste wo nichts gesagt ist",
  "the name of a chart and { scale }, 0.1 to 8": "der Name eines Diagramms und { scale }, 0.1 bis 8",
};

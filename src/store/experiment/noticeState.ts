import type { Notice } from "../../protocol/messages";

/** What a notice's button does, where there is one. */
export type NoticeAction =
  | "layOver" // or `showFile`: both are offered
  | "continueOnWasm"
  | "retry"
  | "bringBack"
  | "continueRace"
  | "trainAgain"
  | "saveExperiment"
  | "goOn"
  | "takeUpdate";

/** Whose silence a notice tells of: a worker's, or that of what the training worker waits for itself. */
export type Waited = "trainer" | "analysis" | "sweep" | "seeds" | "landscape" | "archive" | "work";

/** A notice on screen. */
export interface StoredNotice extends Notice {
  id: number;
  action: NoticeAction | null;
  /** It stands for as long as this is waited for. */
  waited?: Waited;
}

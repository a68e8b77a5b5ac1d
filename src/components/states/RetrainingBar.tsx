import { useExperiment } from "../../store/experiment/experimentStore";
import type { CardModel } from "./Card";

/** The card of a run that came back from its log, until its steps are trained again; none for any other. */
export function useRetraining(): { card: CardModel; action: "retraining" }[] {
  const to = useExperiment(({ retraining, status }) => (status === "failed" ? null : (retraining?.to ?? null)));
  const from = useExperiment(({ retraining }) => retraining?.from ?? 0);
  const forkOf = useExperiment(({ retraining }) => retraining?.forkOf);
  const isRecording = useExperiment(({ isRounded }) => isRounded);
  if (to === null) return [];
  const words = isRecording ? recordingWords(to) : forkOf ? forkWords(from, to, forkOf) : backWords(from, to);
  const card: CardModel = { key: "retraining", level: "info", ...words, stays: true, onDismiss: null };
  return [{ card, action: "retraining" }];
}

const recordingWords = (to: number) => ({
  title: `Trained on from step ${to} of the recording`,
  text: `Its ${to} steps are first trained again, at full speed and unseen; their exact numbers take the place of the rounded ones.`,
});

const forkWords = (from: number, to: number, forkOf: string) => ({
  title: `A fork at step ${to} of ${forkOf}`,
  text: `What came after that step stays as dashed curves. ${againText(from, to)}`,
});

const backWords = (from: number, to: number) => ({
  title: `The run is back, up to step ${to}`,
  text: `Rows, charts and link are those it had, from its log. ${againText(from, to)}`,
});

const againText = (from: number, to: number) =>
  `To go on, Play and Step first train its ${from > 0 ? "last " : ""}${to - from} steps again, at full speed and unseen: the same seed and moves give the same numbers.`;

/** How many of its steps have been trained again. */
export function RetrainingBar() {
  const retraining = useExperiment((state) => state.retraining);
  if (!retraining) return null;
  const { from = 0, at, to } = retraining;
  return (
    <>
      <progress max={to - from} value={at - from} aria-label="Steps trained again" />
      <span aria-hidden="true">{`${at - from} of ${to - from}`}</span>
    </>
  );
}

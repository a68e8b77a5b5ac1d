import { useExperiment } from "../../store/experiment/experimentStore";
import type { CardModel } from "./Card";

/** The card of a run that came back from its log, until its steps are trained again; none for any other. */
export function useRetraining(): { card: CardModel; action: "retraining" }[] {
  const to = useExperiment(({ retraining, status }) => (status === "failed" ? null : (retraining?.to ?? null)));
  const isRecording = useExperiment(({ isRounded }) => isRounded);
  const from = useExperiment(({ retraining }) => retraining?.from ?? 0);
  if (to === null) return [];
  const card: CardModel = {
    key: "retraining",
    level: "info",
    title: isRecording ? `Trained on from step ${to} of the recording` : `The run is back, up to step ${to}`,
    text: isRecording
      ? `Its ${to} steps are first trained again, at full speed and unseen; their exact numbers take the place of the rounded ones.`
      : `Rows, charts and link are those it had, from its log. To go on, Play and Step first train its ${from > 0 ? "last " : ""}${to - from} steps again, at full speed and unseen: the same seed and moves give the same numbers.`,
    stays: true,
    onDismiss: null,
  };
  return [{ card, action: "retraining" }];
}

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

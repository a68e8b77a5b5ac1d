import { createContext, useContext } from "react";
import { type Recording, showsRecording } from "../../../store/charts/recording";
import { useExperiment } from "../../../store/experiment/experimentStore";

const RecordingContext = createContext<Recording | null>(null);

/** Gives everything below it the run that was recorded, null where there is none. */
export const RecordingProvider = RecordingContext.Provider;

/** The recorded run, as long as it stands in for the page's own. */
export function useRecording(): Recording | null {
  const recording = useContext(RecordingContext);
  const isShown = useExperiment((state) => recording !== null && showsRecording(state, recording));
  return isShown ? recording : null;
}

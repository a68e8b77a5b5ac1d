import { type ReactNode, useEffect, useState } from "react";
import { RECORDED_IDS } from "../../../config/experiment/recordedIds";
import { type Recording, recordingOf } from "../../../store/charts/recording";
import { fetchRecording } from "../../../store/charts/recordingFiles";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { RecordingProvider } from "./recordingContext";

interface PresetRecordingsProps {
  /** Of the link, where it is here already. */
  first: Recording | null;
  children: ReactNode;
}

/** Gives everything below it the recorded run of the preset that is chosen, once it is here. */
export function PresetRecordings({ first, children }: PresetRecordingsProps) {
  const [recording, setRecording] = useState(first);
  const preset = useExperiment((state) => (state.display.embed.start === "empty" ? null : state.preset));
  useEffect(() => {
    const id = RECORDED_IDS.find((one) => one === preset);
    if (!id) return;
    let isWanted = true;
    fetchRecording(id).then(
      (file) => isWanted && setRecording(recordingOf(file)),
      () => {}, // the charts are empty until they have steps
    );
    return () => {
      isWanted = false;
    };
  }, [preset]);
  return <RecordingProvider value={recording}>{children}</RecordingProvider>;
}

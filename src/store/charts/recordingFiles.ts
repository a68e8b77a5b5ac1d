import type { RecordedMap } from "../../config/recording/recordedMap";
import type { RecordingFile, RecordingRest } from "../../config/recording/recordingFile";

const FOLDER = "./recorded/";
const fetched = new Map<string, Promise<RecordingFile>>();

/** The first file of a preset's recording, fetched once. Rejects where it is not to be had. */
export function fetchRecording(id: string): Promise<RecordingFile> {
  const known = fetched.get(id) ?? fetchJson<RecordingFile>(`${FOLDER}${id}.json`);
  fetched.set(id, known);
  known.catch(() => fetched.delete(id)); // asked for again, it may be there
  return known;
}

/** The rest of it. */
export const fetchRest = ({ rest }: RecordingFile): Promise<RecordingRest> => fetchJson(FOLDER + rest);

/** The recorded sweep map of a preset. Rejects where it is not to be had. */
export const fetchMap = (id: string): Promise<RecordedMap> => fetchJson(`${FOLDER}${id}.map.json`);

async function fetchJson<File>(address: string): Promise<File> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} is answered with status ${answer.status}.`);
  return answer.json();
}

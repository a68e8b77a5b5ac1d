/** The run on the page is a recording, played from its log: no worker is behind it. */
export interface RecordedState {
  /** Steps of the recording; the log holds those up to `step`. */
  steps: number;
  /** It was played to its end, or from it. */
  wasPlayed: boolean;
}

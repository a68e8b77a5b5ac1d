import { PRESETS } from "../../config/experiment/presets";

/** What two presets show of looking one step ahead, for it and against it: their own sentences, which are tested. */
const SHOWN = ["four-starts", "apo-loses"];

export function PresetSentences() {
  return PRESETS.filter(({ id }) => SHOWN.includes(id)).map(({ id, name, lookFor }) => (
    <p key={id}>
      Preset <b>{name}</b>: {lookFor}
    </p>
  ));
}

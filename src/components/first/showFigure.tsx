import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import { recordingOf } from "../../store/charts/recording";
import { fetchRecording } from "../../store/charts/recordingFiles";
import type { PressedControl } from "../embed/doFirstAct";
import { LeanEmbed } from "./LeanEmbed";
import type { Lab } from "./lab";
import { holdHost } from "./leanHost";
import { leanLink } from "./leanLink";
import { watchPress } from "./watchPress";

/**
 * Paints an embed of a recorded preset, and wakes the lab once somebody touches it or a host calls for what only the lab can do; what
 * was pressed or called is done there. Resolves with whether the link was such an embed.
 */
export async function showFigure(root: Root, loadLab: () => Promise<Lab>): Promise<boolean> {
  const link = leanLink(location.search);
  const file = link && (await fetchRecording(link.preset).catch(() => null));
  if (!link || !file) return false;
  const recording = recordingOf(file);
  const isReleased = watchPress();
  let act: PressedControl | null = null;
  let failure: string | null = null;
  let wake = () => {};
  const host = holdHost(link.hasHostTheme, () => wake());
  if (link.title !== null) document.title = link.title;
  for (;;) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      const onAct = (next: PressedControl | null) => {
        act = next ?? act;
        wake();
      };
      flushSync(() => root.render(<LeanEmbed {...{ link, recording, failure, host, onAct }} figure={file.figure} />));
    });
    try {
      const { openLab } = await loadLab();
      await isReleased();
      await openLab({ act: () => act, host })(root, recording);
      return true;
    } catch (error) {
      failure = `The script of this figure cannot be loaded: ${String(error)} Check the connection and press again.`;
    }
  }
}

import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import { type Recording, recordingIn, recordingOf } from "../../store/charts/recording";
import { fetchRecording } from "../../store/charts/recordingFiles";
import { FirstPage } from "./FirstPage";
import type { Lab, PictureHandover } from "./lab";
import { watchPress } from "./watchPress";

/** A recording that is later than the lab by this much is not waited for. */
const PATIENCE_MS = 200;

/** A script that is later than this is told of; it may still come. */
const SCRIPT_PATIENCE_MS = 5000;

/** A drag in the picture is not cut; one that does not end is. */
const PRESS_PATIENCE_MS = 5000;

/** Longest wait for a frame: hidden tabs draw none. */
const FRAME_PATIENCE_MS = 120;

/**
 * Paints the page's places, and in the first chart a recorded run where the link opens the experiment that was recorded; then
 * lets the lab take over, with what was moved in the picture. An embedded figure has its own places (`showFigure`), or waits for the lab.
 */
export async function showFirstPage(root: Root, loadLab: () => Promise<Lab>): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const theme = parameters.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parameters.has("embed") && !parameters.has("test")) {
    const figure = await import("./showFigure").catch(() => null);
    if (await figure?.showFigure(root, loadLab)) return;
  }
  let recording: Recording | null = null;
  let failure: string | null = null;
  let isOver = false;
  let picture: PictureHandover = { moved: {}, theta: null, isFolded: null, focus: null };
  const onMoved = (part: Partial<PictureHandover>) => {
    picture = { ...picture, ...part };
  };
  const isReleased = watchPress(PRESS_PATIENCE_MS);
  const paint = () =>
    flushSync(() => root.render(<FirstPage recording={recording} failure={failure} onMoved={onMoved} />));
  if (!parameters.has("embed")) paint();

  const painted = loadRecording().then(async (loaded) => {
    if (!loaded || isOver) return;
    recording = loaded;
    paint();
    await framePainted();
  });
  const late = setTimeout(() => {
    failure = "The page's script is still loading: a slow line can do that. Wait, or load the page again.";
    paint();
  }, SCRIPT_PATIENCE_MS);
  try {
    const { openLab } = await loadLab().finally(() => clearTimeout(late));
    const takeOver = openLab();
    await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    isOver = true;
    await isReleased();
    const focus = document.activeElement?.getAttribute("data-testid") ?? null;
    await takeOver(root, recording, { ...picture, focus });
  } catch (error) {
    failure = `The page's script cannot be loaded: ${String(error)} Check the connection and load the page again.`;
    paint();
    throw error;
  }
}

/** null where the link opens another experiment, or the file is not to be had: the page does without. */
async function loadRecording(): Promise<Recording | null> {
  const id = recordingIn(location.search);
  return id === null ? null : fetchRecording(id).then(recordingOf, () => null);
}

/** Resolves behind the painting of the next frame. */
function framePainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_PATIENCE_MS);
  });
}

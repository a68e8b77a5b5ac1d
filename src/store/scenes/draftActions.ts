import type { Scene, SceneSet } from "../../config/scenes/sceneSet";
import { EMBED_CHARTS, type EmbedChart } from "../experiment/embedChoice";
import { experimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import { linkOf } from "../link/linkSelectors";
import { type HeldSet, heldSet, newSceneKey, sceneStore } from "./sceneStore";

/** Parts of the page's link that are the person's own and not of a scene. */
const NOT_OF_A_SCENE = ["test", "theme", "lang", "keep", "snapshots", "clock", "look", "embed"];

/** The state of the page as a scene: its link with every move so far, and the step looked at. */
export function sceneOf(state: ExperimentState, figure: EmbedChart): Scene {
  const display = { ...state.display, scenes: null, embed: { ...state.display.embed, start: null } };
  const link = new URLSearchParams(linkOf(state, display).link);
  for (const part of NOT_OF_A_SCENE) link.delete(part);
  const query = link.toString();
  const step = state.display.scrubStep ?? state.step;
  const caption = `Step ${step}: what to see here.`;
  return { state: query === "" ? "?" : `?${query}`, ...(step > 0 ? { step } : {}), figure, caption, notes: "" };
}

const change = (next: (draft: HeldSet) => HeldSet) => sceneStore.setState(({ draft }) => ({ draft: next(draft) }));

const withScenes = (draft: HeldSet, scenes: readonly Scene[], keys: readonly string[]): HeldSet => ({
  ...draft,
  set: { ...draft.set, scenes: [...scenes] },
  keys,
});

/** Puts the state of the page behind the scenes that are made. */
export function addScene(figure: EmbedChart): void {
  const scene = sceneOf(experimentStore.getState(), figure);
  change((draft) => withScenes(draft, [...draft.set.scenes, scene], [...draft.keys, newSceneKey()]));
}

/** Changes words or figure of a scene. */
export function editScene(at: number, part: Partial<Pick<Scene, "caption" | "notes" | "figure">>): void {
  change((draft) =>
    withScenes(
      draft,
      draft.set.scenes.map((scene, place) => (place === at ? { ...scene, ...part } : scene)),
      draft.keys,
    ),
  );
}

/** Moves a scene one place towards the end (1) or the beginning (−1). */
export function shiftScene(at: number, by: 1 | -1): void {
  change((draft) => {
    const other = at + by;
    if (other < 0 || other >= draft.keys.length) return draft;
    const swapped = <One>(list: readonly One[]): One[] =>
      list.map((one, place) => (place === at ? list[other] : place === other ? list[at] : one) ?? one);
    return withScenes(draft, swapped(draft.set.scenes), swapped(draft.keys));
  });
}

export function deleteScene(at: number): void {
  change((draft) => withScenes(draft, draft.set.scenes.toSpliced(at, 1), draft.keys.toSpliced(at, 1)));
}

export function nameScenes(title: string): void {
  change((draft) => ({ ...draft, set: { ...draft.set, title } }));
}

/** Takes a set of a file to change it. */
export function editSet(set: SceneSet): void {
  sceneStore.setState({ draft: heldSet(set, null), problems: [] });
}

/** The figure that a new scene shows at first. */
export const FIRST_FIGURE: EmbedChart = EMBED_CHARTS[0];

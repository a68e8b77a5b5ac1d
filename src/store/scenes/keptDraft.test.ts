import { afterEach, beforeEach, expect, test } from "vitest";
import { experimentStore } from "../experiment/experimentStore";
import { testState } from "../testing/testState";
import { addScene, deleteScene, editScene, nameScenes } from "./draftActions";
import { followWithDraft } from "./keptDraft";
import { sceneStore } from "./sceneStore";

const [before, page] = [sceneStore.getState(), experimentStore.getState()];
const EMPTY = { ...before, draft: { ...before.draft, keys: [], set: { ...before.draft.set, scenes: [] } } };
beforeEach(() => {
  sceneStore.setState(EMPTY, true);
  experimentStore.setState(testState(["apo-p"]), true);
});
afterEach(() => {
  sceneStore.setState(before, true);
  experimentStore.setState(page, true);
});

/** A browser that keeps words, or is forbidden to. */
function browser(isAllowed = true) {
  const kept = new Map<string, string>();
  return {
    kept,
    readChoice: (name: string) => kept.get(name) ?? null,
    keepChoice(name: string, choice: string) {
      if (isAllowed) kept.set(name, choice);
      return isAllowed;
    },
  };
}

const captions = () => sceneStore.getState().draft.set.scenes.map(({ caption }) => caption);

test("a set that is being made comes back on the next visit, with words that no file may have yet", () => {
  const place = browser();
  const stop = followWithDraft(place);
  addScene("loss");
  addScene("rate");
  editScene(0, { caption: "" });
  editScene(1, { caption: "word ".repeat(41) });
  nameScenes("");
  expect(sceneStore.getState().isDraftKept).toBe(true);
  const { set } = sceneStore.getState().draft;
  stop();
  editScene(0, { caption: "After the visit." });

  sceneStore.setState(EMPTY, true);
  followWithDraft(place)();
  expect(sceneStore.getState().draft.set).toEqual(set);
  expect(new Set(sceneStore.getState().draft.keys).size).toBe(2);
});

test("what was deleted stays so, and what cannot be read is no set", () => {
  const place = browser();
  const stop = followWithDraft(place);
  addScene("loss");
  deleteScene(0);
  stop();
  sceneStore.setState(EMPTY, true);
  followWithDraft(place)();
  expect(captions()).toEqual([]);
  for (const text of ["{", "null", '{"format":"apo-scenes/1"}']) {
    place.kept.set("scenes", text);
    followWithDraft(place)();
    expect(captions()).toEqual([]);
  }
});

test("what stands on the page already goes before what was kept, and a browser that keeps nothing is told of", () => {
  const place = browser();
  const stop = followWithDraft(place);
  addScene("loss");
  stop();
  editScene(0, { caption: "Of a file." });
  followWithDraft(place)();
  expect(captions()).toEqual(["Of a file."]);
  expect(place.kept.get("scenes")).toContain("Of a file.");
  followWithDraft(browser(false))();
  expect(sceneStore.getState().isDraftKept).toBe(false);
});

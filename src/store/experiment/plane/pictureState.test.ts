import { expect, test } from "vitest";
import { setUpActions } from "../../testing/testActions";
import { isPictureFolded } from "./pictureState";

test("in a lesson the picture is folded until somebody unfolds it there, and what was chosen outside stays", () => {
  const { store, actions } = setUpActions();
  const setParts = (lessonParts: readonly ("play" | "learningRate")[]) =>
    store.setState(({ display }) => ({ display: { ...display, lessonParts } }));
  const isFolded = () => isPictureFolded(store.getState());
  expect(isFolded()).toBe(false);
  setParts(["play", "learningRate"]);
  expect(isFolded()).toBe(true);
  actions.foldPicture(false);
  expect(isFolded()).toBe(false);
  setParts([]);
  actions.foldPicture(true);
  expect(isFolded()).toBe(true);
  setParts(["learningRate"]);
  expect(isFolded()).toBe(false);
  actions.foldPicture(true);
  expect(isFolded()).toBe(true);
  expect(store.getState().display.picture).toMatchObject({ isFolded: true, isOpenInLesson: false });
});

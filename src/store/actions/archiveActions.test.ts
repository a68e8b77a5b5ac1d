import { describe, expect, it } from "vitest";
import type { HeldArchive } from "../../protocol/archive";
import { selectArchiveCard, selectArchivePanel } from "../controls/archiveSelectors";
import { configureCommand } from "../experiment/configure";
import { setUpActions } from "../testing/testActions";

const held = (train: number, isKept = true): HeldArchive => ({
  id: "a1",
  summary: {
    archive: "cifar100",
    file: "mine.tar.gz",
    classes: Array.from({ length: 100 }, (_, i) => `class ${i}`),
    train,
    test: 1000,
  },
  train: new Blob([new Uint8Array(train * 30)]),
  test: new Blob([new Uint8Array(30)]),
  isKept,
});

describe("a task that needs an archive", () => {
  it("is asked for while the run goes on, and not started", () => {
    const { state, actions, sent } = setUpActions({ step: 5, status: "paused" });
    actions.setTask("cifar100");
    expect(state()).toMatchObject({ config: { task: "sine" }, step: 5, status: "paused" });
    expect(state().archives.asking).toMatchObject({ archive: "cifar100", waiting: { start: { preset: null } } });
    expect(sent).toEqual([]);
    expect(selectArchiveCard(state())).toBeNull(); // the browser's files are looked through first
  });

  it("is let go of by its card, and by the task that is trained", () => {
    for (const letGo of ["closeArchiveCard", "setTask"] as const) {
      const { state, store, actions, sent } = setUpActions();
      store.setState({ archives: { ...state().archives, isLooked: true } });
      actions.setTask("cifar100");
      expect(selectArchiveCard(state())).toMatchObject({
        title: "CIFAR-100 comes from the official archive",
        file: "cifar-100-binary.tar.gz",
        size: "169 MB",
        canClose: true,
        canShrink: false,
      });
      if (letGo === "setTask") actions.setTask("sine");
      else actions.closeArchiveCard();
      expect(state().archives.asking).toBeNull();
      expect(sent).toEqual([]);
    }
  });

  it("starts where the archive is here, and takes it along", () => {
    const { state, store, actions, sent } = setUpActions();
    store.setState({ archives: { ...state().archives, held: { cifar100: held(1000) } } });
    actions.setTask("cifar100");
    const { isKept: _, ...archive } = held(1000);
    expect(sent[0]).toMatchObject({ type: "configure", config: { task: "cifar100" }, archive: { id: archive.id } });
    actions.setTask("sine");
    expect(sent[1]).not.toHaveProperty("archive");
  });

  it("is asked for where more images of CIFAR-10 are wanted than ship, and not for those that do", () => {
    const { state, store, actions, sent } = setUpActions({}, { task: "cifar10" });
    store.setState({ archives: { ...state().archives, isLooked: true } });
    actions.setTaskOption("trainImages", 5000);
    expect(sent).toHaveLength(1);
    actions.setTaskOption("trainImages", 5001);
    expect(sent).toHaveLength(1);
    expect(selectArchiveCard(state())).toMatchObject({
      title: "More than 5,000 images of CIFAR-10 come from the official archive",
      canShrink: true,
    });
    actions.setTaskOption("trainImages", 4000); // the smaller one starts, and nothing is asked for any more
    expect(sent).toHaveLength(2);
    expect(state().archives.asking).toBeNull();
  });

  it("waits without a worker where nothing else is trained", () => {
    const { state, store, actions } = setUpActions({ status: "needsFile" });
    store.setState({ archives: { ...state().archives, isLooked: true } });
    actions.setTask("cifar100");
    expect(state()).toMatchObject({ status: "needsFile", config: { task: "cifar100" } });
    expect(configureCommand(state())).toBeNull();
    expect(selectArchiveCard(state())).toMatchObject({ canClose: false });
    actions.closeArchiveCard();
    expect(state().archives.asking).toMatchObject({ archive: "cifar100", waiting: null });
  });
});

describe("what is said of an archive", () => {
  const panelOf = (archive: HeldArchive, trainImages: number) => {
    const { state, store, actions } = setUpActions();
    store.setState({ archives: { ...state().archives, isLooked: true, held: { cifar100: archive } } });
    actions.setTask("cifar100");
    actions.setTaskOption("trainImages", trainImages);
    store.setState({
      sizes: { trainCount: Math.min(trainImages, archive.summary.train), testCount: 1000, parameterCount: 1 },
    });
    return selectArchivePanel(state())?.held?.sentences.join(" ");
  };

  it("names its images, its size and where it is kept", () => {
    expect(panelOf(held(50_000), 50_000)).toBe(
      "has 50,000 training and 1,000 test images, 500 and 10 of each of 100 classes. Kept in this browser: 2 MB. The archive never leaves this browser.",
    );
  });

  it("says of a smaller one that all its images are trained on, and of one in memory that it goes with the page", () => {
    const text = panelOf(held(1000, false), 50_000);
    expect(text).toContain("All 1,000 are trained on.");
    expect(text).toContain("In memory until this page is closed, as the browser keeps no files for it: 1 MB.");
  });

  it("is nothing on a task without an archive", () => {
    expect(selectArchivePanel(setUpActions().state())).toBeNull();
  });
});

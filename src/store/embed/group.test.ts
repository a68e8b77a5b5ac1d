import { expect, test } from "vitest";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import { createExperimentStore } from "../experiment/experimentStore";
import { testState } from "../testing/testState";
import type { BusMessage } from "./bus";
import { FigureGroup } from "./group";

/** Figures of one group that hear each other at once, as messages carry it; what is to happen later happens at `settle`. */
function groupOf(count: number) {
  const listeners = new Map<string, (message: BusMessage) => void>();
  const later: (() => void)[] = [];
  const figures = Array.from({ length: count }, (_, index) => {
    const id = `f${index}`;
    const store = createExperimentStore({ ...testState(["apo-p"]), status: "idle" });
    const obeyed: Command["type"][] = [];
    const bus = {
      id,
      send(kind: string, value: unknown) {
        for (const [other, hear] of listeners)
          if (other !== id) hear({ from: id, kind, value: structuredClone(value) });
      },
      listen: (listener: (message: BusMessage) => void) => void listeners.set(id, listener),
    };
    const world = { rests: 0 };
    const group: FigureGroup = new FigureGroup("a", bus, {
      store,
      actions: { play: () => ask({ type: "play", experiment: "e1" }) } as unknown as Actions,
      ask: (command) => ask(command),
      after: (_, callback) => void later.push(callback),
      rest: () => void world.rests++,
    });
    const ask = (command: Command) => group.takes(command) || obeyed.push(command.type);
    group.join();
    return { id, store, obeyed, group, world, ask };
  });
  const settle = () => {
    for (const callback of later.splice(0)) callback();
  };
  return { figures, settle, listeners };
}

const play = { type: "play", experiment: "e1" } as const;

test("one figure trains whichever is pressed, and all show its steps", () => {
  const { figures, settle } = groupOf(3);
  const leaders = figures.filter(({ group }) => group.leads);
  expect(leaders).toHaveLength(1);
  const [follower] = figures.filter(({ group }) => !group.leads);
  follower?.ask(play);
  expect(figures.map(({ obeyed }) => obeyed.join()).sort()).toEqual(["", "", "play"]);
  leaders[0]?.store.setState({ status: "running", step: 12 });
  settle();
  expect(figures.map(({ store }) => store.getState().step)).toEqual([12, 12, 12]);
  const { display } = figures[0]?.store.getState() ?? testState();
  figures[0]?.store.setState({ display: { ...display, hoverStep: 5 } });
  expect(figures.map(({ store }) => store.getState().display.hoverStep)).toEqual([5, 5, 5]);
});

test("what a figure's own tests ask is no press: no leader hears of it, and nobody leads for it", () => {
  const { figures } = groupOf(2);
  const question = { type: "tellRest", experiment: "e1", question: 1 } as const;
  for (const { ask } of figures) ask(question);
  expect(figures.map(({ obeyed }) => obeyed)).toEqual([["tellRest"], ["tellRest"]]);
  expect(figures.filter(({ group }) => group.leads)).toHaveLength(1);
});

test("where the leader answers no more, the figure that is pressed leads on from its step", () => {
  const { figures, settle, listeners } = groupOf(2);
  const leader = figures.find(({ group }) => group.leads);
  const other = figures.find(({ group }) => !group.leads);
  leader?.ask(play);
  leader?.store.setState({ status: "running", step: 7 });
  settle();
  if (leader) listeners.delete(leader.id);
  other?.ask(play);
  expect(other?.obeyed).toEqual([]);
  settle();
  expect(other?.group.leads).toBe(true);
  expect(other?.store.getState()).toMatchObject({ status: "paused", step: 7 });
  expect(other?.obeyed).toEqual(["play"]);
});

test("a leader out of sight gives the lead to one that is seen, and rests", () => {
  const { figures } = groupOf(2);
  const leader = figures.find(({ group }) => group.leads);
  const other = figures.find(({ group }) => !group.leads);
  leader?.ask(play);
  leader?.group.see(false, true);
  expect(other?.group.leads).toBe(true);
  expect(other?.obeyed).toEqual(["play"]);
  expect(leader?.world.rests).toBe(1);
  leader?.ask(play);
  expect(leader?.obeyed).toEqual(["play"]); // the second went to the other
});

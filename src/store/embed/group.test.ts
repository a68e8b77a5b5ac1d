import { expect, test } from "vitest";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import { createExperimentStore } from "../experiment/experimentStore";
import { testState } from "../testing/testState";
import type { BusMessage } from "./bus";
import { FigureGroup } from "./group";

/** Figures of one group that hear each other at once, as messages carry it; what is to happen later happens at `settle`, or as time passes. */
function groupOf(count: number) {
  const listeners = new Map<string, (message: BusMessage) => void>();
  const told: string[] = [];
  let now = 0;
  let later: { at: number; callback: () => void }[] = [];
  const figures = Array.from({ length: count }, (_, index) => {
    const id = `f${index}`;
    const store = createExperimentStore({ ...testState(["apo-p"]), status: "idle" });
    const obeyed: Command["type"][] = [];
    const bus = {
      id,
      send(kind: string, value: unknown) {
        told.push((value as { act: string }).act);
        for (const [other, hear] of listeners)
          if (other !== id) hear({ from: id, kind, value: structuredClone(value) });
      },
      listen: (listener: (message: BusMessage) => void) => void listeners.set(id, listener),
    };
    const world = { rests: 0 };
    const group: FigureGroup = new FigureGroup("a", bus, {
      store,
      actions: {
        play: () => ask({ type: "play", experiment: "e1" }),
        pause: () => ask({ type: "pause", experiment: "e1" }),
      } as unknown as Actions,
      ask: (command) => ask(command),
      after: (delay, callback) => void later.push({ at: now + delay, callback }),
      rest: () => void world.rests++,
    });
    const ask = (command: Command) => group.takes(command) || obeyed.push(command.type);
    group.join();
    return { id, store, obeyed, group, world, ask };
  });
  const pass = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const next = later.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      later = later.filter((one) => one !== next);
      now = next.at;
      next.callback();
    }
    now = end;
  };
  const settle = () => pass(10_000);
  return { figures, settle, pass, listeners, told };
}

const play = { type: "play", experiment: "e1" } as const;
const pause = { type: "pause", experiment: "e1" } as const;

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

test("a press that is answered is made once, though the leader counts as such from then on only", () => {
  const { figures, settle } = groupOf(2);
  const leader = figures.find(({ group }) => group.leads);
  const other = figures.find(({ group }) => !group.leads);
  other?.ask(play);
  settle(); // its patience is over, too
  expect(leader?.obeyed).toEqual(["play"]);
  expect(other?.obeyed).toEqual([]);
  expect(leader?.group.leads).toBe(true);
});

test("a whole run is told once to all who come together, and no more of it than is new when it is played", () => {
  const { figures, settle, told } = groupOf(3);
  const wholes = () => told.filter((act) => act === "all").length;
  settle();
  expect(wholes()).toBe(1);
  figures.find(({ group }) => !group.leads)?.ask(play);
  figures.find(({ group }) => group.leads)?.store.setState({ status: "running", step: 3 });
  settle();
  expect(figures.map(({ store }) => store.getState().step)).toEqual([3, 3, 3]);
  expect(wholes()).toBe(1);
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

test("presses that nobody answers are made in their order by the figure that leads on", () => {
  const { figures, settle, listeners } = groupOf(2);
  const leader = figures.find(({ group }) => group.leads);
  const other = figures.find(({ group }) => !group.leads);
  if (leader) listeners.delete(leader.id);
  other?.ask(play);
  other?.ask(pause);
  settle();
  expect(other?.obeyed).toEqual(["play", "pause"]);
});

test("a press on its way to a leader that another overtakes is handed to that one", () => {
  const { figures, settle, pass, listeners } = groupOf(3);
  const [third, second, first] = figures; // the greatest name leads
  if (first) listeners.delete(first.id);
  second?.ask(play);
  pass(1000);
  third?.ask(pause);
  settle();
  expect(second?.group.leads).toBe(true);
  expect(second?.obeyed.toSorted()).toEqual(["pause", "play"]);
  expect(third?.obeyed).toEqual([]);
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

import { expect } from "vitest";
import { configured } from "../../src/store/experiment/configure";
import { initialState } from "../../src/store/experiment/initialState";
import { EXPERIMENT_PARAMETERS } from "../../src/store/link/linkParameters";
import { isShortened, LINK_LIMIT, linkOf } from "../../src/store/link/linkSelectors";
import { readLink } from "../../src/store/link/readLink";
import { VIEW_PARAMETERS } from "../../src/store/link/viewParameters";
import { fuzz } from "./fuzz";
import { type Draws, HOSTILE_TEXTS, NO_WORDS } from "./hostile";

const KEYS = [...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS];

/** What a link may begin with, so that what follows is read on different tasks and races. */
const BEGINNINGS = [
  "",
  "task=linear&opt=apo-p,kfac",
  "task=cifar10&opt=apo-p:a,sgdm:b",
  "task=csv",
  "task=translation",
  "preset=lambda-fsd-jump",
  "embed=1",
] as const;

/** Texts with structure: lists, moves, settings of a run, with something hostile in them. */
const SHAPES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text},${text}`,
  (text) => `5:${text}=3`,
  (text) => `5:apo-p.lf=${text};6=${text}`,
  (text) => `${text}:${text}`,
  (text) => `apo-p:${text}`,
  (text) => `sgdm,${text}`,
  (text) => `${text}=`,
  (text) => Array.from({ length: 300 }, () => text.slice(0, 20)).join(","),
];

function drawLink({ next, pick, chance }: Draws): string {
  const parts = Array.from({ length: 1 + Math.floor(6 * next()) }, () => {
    const key = chance(0.75) ? pick(KEYS) : chance(0.5) ? pick(HOSTILE_TEXTS) : `${pick(HOSTILE_TEXTS)}.lf`;
    const value = pick(SHAPES)(
      chance(0.8) ? pick(HOSTILE_TEXTS) : String((next() - 0.5) * 10 ** Math.floor(40 * next())),
    );
    // half of them as a browser writes them, half as a person may have typed them
    return chance(0.5) ? `${key}=${value}` : encodeSafely(key, value);
  });
  return `?${[pick(BEGINNINGS), ...parts].filter(Boolean).join("&")}`;
}

function encodeSafely(key: string, value: string): string {
  return new URLSearchParams([[key, value]]).toString();
}

const opened = (search: string) => {
  const link = readLink(search);
  return { ...configured(initialState(link.config, link.display, link.speed), link), focusRun: link.focusRun };
};

const saidOf = ({ config, display, speed, focusRun }: ReturnType<typeof opened>) => ({
  ...{ config, display, speed, focusRun },
});

fuzz(
  "links",
  "hostile links are read without a throw, and what is left of each survives its own link",
  drawLink,
  (search) => {
    const { notes } = readLink(search);
    for (const { title, detail, remedy } of notes) expect(`${title} ${detail} ${remedy}`).not.toMatch(NO_WORDS);
    const state = opened(search);
    const written = linkOf(state);
    expect(written.link.length).toBeLessThanOrEqual(LINK_LIMIT);
    const again = opened(written.link);
    if (!isShortened(written)) expect(saidOf(again)).toEqual(saidOf(state));
    for (const { hyperparams } of state.runs)
      for (const value of Object.values(hyperparams))
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  },
);

import { expect, test } from "vitest";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CLOCKS } from "../../config/formulas/clockRules";
import { BACKENDS } from "../../config/tables/backends";
import { actsMidRun, hasLiveKnobs } from "../../config/tables/hyperparamRange";
import { CHOICES, HYPERPARAMS, type HyperparamName } from "../../config/tables/hyperparams";
import { AUGMENTATIONS, NETWORK_INFO, NETWORKS } from "../../config/tables/networks/networks";
import { networkOf, refusalOf } from "../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS } from "../../config/tables/optimizers";
import { TASK_IDS } from "../../config/tables/taskIds";
import { TRANSFORMER_SIZES } from "../../config/tables/taskOptions";
import { TASKS } from "../../config/tables/tasks";
import { VIEW_IDS } from "../../config/tables/views";
import { AXIS_SCALES, TIME_CHARTS } from "../experiment/chartAxes";
import {
  EMBED_ACTIONS,
  EMBED_CHARTS,
  EMBED_CONTROLS,
  EMBED_KEYS,
  EMBED_PLAYS,
  type EmbedChoice,
} from "../experiment/embedChoice";
import { initialState } from "../experiment/initialState";
import { foldStepZero } from "../experiment/interventions";
import { DEFAULT_PICTURE } from "../experiment/plane/pictureState";
import {
  type ExperimentState,
  LOSS_SPLITS,
  PAGE_LANGUAGES,
  SMOOTHINGS,
  SPEEDS,
  THEMES,
  X_AXES,
} from "../experiment/state";
import { generator } from "../testing/generator";
import { parseLandscape } from "./landscapeLink";
import { linkOf, selectFullPageLink } from "./linkSelectors";
import { readLink } from "./readLink";

type Random = ReturnType<typeof generator>;

function randomValue({ next, pick }: Random, name: HyperparamName): number | string {
  const info = HYPERPARAMS[name];
  if (info.kind === "choice") return pick(CHOICES[name as keyof typeof CHOICES]);
  const value = info.min + next() * (info.max - info.min);
  return info.integer ? Math.round(value) : value;
}

function randomNetwork({ pick }: Random, task: ExperimentConfig["task"]) {
  const network = pick((task === "given" ? undefined : TASKS[task].networks) ?? NETWORKS);
  const { width, norm } = NETWORK_INFO[network].options;
  return { network, width: pick(width.choices), norm: pick(norm.choices) };
}

function randomConfig(random: Random): { config: ExperimentConfig; preset: string | null } {
  const preset = random.chance(0.5) ? random.pick(PRESETS) : null;
  const task = random.pick(TASK_IDS);
  const ids = OPTIMIZER_IDS.filter((id) => random.chance(0.5) && refusalOf({ task }, id) === null);
  const base = preset?.experiment ?? {
    version: 1,
    task,
    ...(ids.length > 0 ? { optimizers: [...ids.map((id) => ({ id })), { id: random.pick(ids), run: "again" }] } : {}),
  };
  const { config } = resolveExperiment(base);
  const optimizers = config.optimizers.map((entry) => {
    const changed = OPTIMIZERS[entry.id].hyperparams.filter(() => random.chance(0.2));
    const own = Object.fromEntries(changed.map((name) => [name, randomValue(random, name)]));
    return { ...entry, hyperparams: { ...entry.hyperparams, ...own } };
  });
  const moves = optimizers.flatMap(({ id, run }) =>
    OPTIMIZERS[id].hyperparams
      .filter((name) => actsMidRun(id, name) && random.chance(0.1))
      .map((name) => ({ step: 1 + Math.floor(random.next() * 50), run, name, value: randomValue(random, name) })),
  );
  const changed = {
    ...config,
    optimizers,
    seed: random.chance(0.5) ? Math.floor(random.next() * 1e6) : config.seed,
    steps: random.chance(0.5) ? 50 + Math.floor(random.next() * 1000) : config.steps,
    batchSize: random.chance(0.5) ? 1 + Math.floor(random.next() * 200) : config.batchSize,
    backend: random.pick(BACKENDS),
    taskOptions: random.chance(0.5)
      ? {
          conditionNumber: 10 + random.next() * 1e4,
          trainImages: 777,
          ...randomNetwork(random, config.task),
          augment: random.pick(AUGMENTATIONS),
          size: random.pick(TRANSFORMER_SIZES),
        }
      : config.taskOptions,
    interventions: random.chance(0.6) ? moves : config.interventions.filter(({ step }) => step <= 50),
  };
  const { network, norm } = changed.taskOptions;
  const isPreset =
    networkOf(changed) === null || (network === config.taskOptions.network && norm === config.taskOptions.norm);
  return { config: foldStepZero(resolveExperiment(changed).config), preset: isPreset ? (preset?.id ?? null) : null };
}

function randomEmbed({ pick, chance }: Random): EmbedChoice {
  const some = <Word>(words: readonly Word[]) => words.toReversed().filter(() => chance(0.5));
  const charts = some(EMBED_CHARTS);
  return {
    charts: charts.length > 0 ? charts : ["table"],
    controls: some(EMBED_CONTROLS),
    play: pick(EMBED_PLAYS),
    start: pick([null, "recorded", "empty", 0, 120]),
    trace: pick([null, "runs/mine.json", "https://example.org/a.json?b=1"]),
    background: pick([null, "transparent", "#f6f7f8"]),
    accent: pick([null, "#0a7", "rebeccapurple"]),
    font: pick([null, "Georgia, serif"]),
    caption: pick([null, "λ = 1 & what it costs; 100 %"]),
    title: pick([null, "A step, seen"]),
    scale: pick([1, 0.75, 2]),
    group: pick([null, "steps_1"]),
    keys: pick(EMBED_KEYS),
    actions: some(EMBED_ACTIONS),
    origins: pick([[], ["https://example.org", "http://localhost:8080", "null"]]),
  };
}

function randomState(seed: number): ExperimentState {
  const random = generator(seed);
  const { config, preset } = randomConfig(random);
  const runs = config.optimizers.map(({ run }) => run);
  const state = initialState(config, {
    xAxis: random.pick(X_AXES),
    language: random.pick(PAGE_LANGUAGES),
    lossSplit: random.pick(LOSS_SPLITS),
    axes: Object.fromEntries(
      TIME_CHARTS.map((chart) => [
        chart,
        { x: random.pick(AXIS_SCALES), y: random.pick(AXIS_SCALES), isCut: random.chance(0.3) },
      ]),
    ) as ExperimentState["display"]["axes"],
    lesson: random.pick([null, null, "lambda-fsd:2"]),
    lessonParts: [],
    seedCount: random.pick([0, 0, 3, 20]),
    firstStep: random.chance(0.3) ? Math.floor(random.next() * 500) : 0,
    zoom: random.chance(0.3) ? [Math.floor(random.next() * 100), 100 + Math.floor(random.next() * 900)] : null,
    smoothing: random.pick(SMOOTHINGS),
    hiddenRuns: runs.filter(() => random.chance(0.3)),
    theme: random.pick(THEMES),
    characterKeys: "on", // of the browser, not of a link
    layout: random.pick(["page", "embed"]),
    embed: randomEmbed(random),
    keeping: random.pick([null, "on", "off"]),
    mode: random.pick(["normal", "test"]),
    hoverStep: null,
    pointedRun: null,
    chosenMove: null,
    walkStage: null,
    scrubStep: random.chance(0.3) ? Math.floor(random.next() * 500) : null,
    openViews: VIEW_IDS.filter(() => random.chance(0.4)),
    spectrumLayer: random.pick([null, "dense1"]),
    scenes: null,
    snapshots: random.pick([null, "clock", 1, 50] as const),
    clock: random.pick([null, ...CLOCKS]),
    picture: DEFAULT_PICTURE, // of the browser, not of a link
    landscape: parseLandscape(random.pick([null, "quadratic:0,0.125", "two-weights:-1,0.75,60"]), []),
  });
  const live = config.optimizers.filter(({ id }) => hasLiveKnobs(id)).map(({ run }) => run);
  return { ...state, preset, speed: random.pick(SPEEDS), focusRun: live.length > 0 ? random.pick(live) : null };
}

test("200 states over the whole schema come back from their links, without a note", () => {
  let presets = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const state = randomState(seed);
    const { link, leftOut } = linkOf(state);
    const { notes, ...read } = readLink(link);
    expect(leftOut).toBe(0);
    expect(notes, link).toEqual([]);
    expect(read, link).toEqual({
      config: state.config,
      preset: state.preset,
      display: state.display,
      speed: state.speed,
      focusRun: state.focusRun,
    });
    if (state.preset) presets += 1;
  }
  expect(presets).toBeGreaterThan(70);
});

test("the first view has an empty link, and an empty link is the first preset", () => {
  const read = readLink("");
  expect(read).toMatchObject({ preset: PRESETS[0]?.id, notes: [], speed: null });
  expect(linkOf({ ...initialState(read.config), preset: read.preset }).link).toBe("");
});

test("a link holds only what differs from the task's defaults", () => {
  const { config } = readLink("?task=spirals&seed=3&lf=0.5&apo-p.k=5");
  expect(linkOf(initialState(config)).link).toBe("?v=1&task=spirals&seed=3&lf=0.5&apo-p.k=5");
  expect(linkOf(initialState(readLink("?task=sine&seed=7&steps=1000").config)).link).toBe("?v=1&task=sine");
});

test("a plain setting goes to every run that has it, a prefixed one wins wherever it stands", () => {
  const { config, notes } = readLink(
    "?task=sine&opt=apo-p,apo-lr,sgdm&apo-p.lf=3&lf=0.3&alpha=0.02&lw=0.1&k=4&batch=32",
  );
  const settings = config.optimizers.map(({ run, hyperparams }) => [
    run,
    hyperparams.lambdaFsd,
    hyperparams.metaUpdateInterval,
  ]);
  expect(settings.slice(0, 2)).toEqual([
    ["apo-p", 3, 4],
    ["apo-lr", 0.3, 4],
  ]);
  expect(config.optimizers[1]?.hyperparams).toMatchObject({ metaLearningRate: 0.02, lambdaWsd: 0.1 });
  expect(config.batchSize).toBe(32);
  expect(notes).toEqual([]);
});

test("interventions are read, those at step 0 as starting settings", () => {
  const { config } = readLink(
    "?task=sine&opt=apo-p&at=0:lambdaFsd=0.5;120:lambdaFsd=0.3;180:apo-p.metaUpdateInterval=5",
  );
  expect(config.optimizers[0]?.hyperparams.lambdaFsd).toBe(0.5);
  expect(config.interventions).toEqual([
    { step: 120, name: "lambdaFsd", value: 0.3 },
    { step: 180, run: "apo-p", name: "metaUpdateInterval", value: 5 },
  ]);
});

test("moves made by hand are part of the link, and scheduled ones are not repeated", () => {
  const { config } = readLink("?task=sine&opt=apo-p&at=120:lf=0.3");
  const move = { step: 120, run: "apo-p", name: "lambdaFsd", from: 3, value: 0.3, gesture: -1 } as const;
  const state = {
    ...initialState(config),
    interventions: [move, { ...move, step: 150, value: 9, from: 0.3, gesture: 1 }],
  };
  expect(linkOf(state).link).toBe("?v=1&task=sine&opt=apo-p&at=120:lf=0.3;150:apo-p.lf=9");
});

test("the embed links to the full page in the same state", () => {
  const read = readLink("?task=sine&seed=9&embed=1&theme=dark");
  const state = { ...initialState(read.config, read.display), focusRun: read.focusRun };
  expect(selectFullPageLink(state)).toBe("?v=1&task=sine&seed=9&theme=dark");
  const chosen = readLink("?task=sine&embed=1&theme=host&charts=gap,loss&scale=2&caption=A&controls=play&group=a");
  expect(chosen.display.openViews).toEqual(["gap"]);
  expect(selectFullPageLink(initialState(chosen.config, chosen.display))).toBe(
    "?v=1&task=sine&views=lookahead,effect,gap",
  );
  expect(
    selectFullPageLink({ ...initialState(readLink("").config, read.display), preset: PRESETS[0]?.id ?? null }),
  ).toBe("?theme=dark");
});

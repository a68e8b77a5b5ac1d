import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { shortName } from "../../config/experiment/shorthand";
import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS } from "../../config/tables/optimizers";
import { configured } from "../experiment/configure";
import { initialState } from "../experiment/initialState";
import { EXPERIMENT_PARAMETERS } from "./linkParameters";
import { readLink } from "./readLink";
import { FOREIGN, VIEW_PARAMETERS } from "./viewParameters";

test.each([
  ["?task=svhn", "task", "sine, linear"],
  ["?preset=none", "none", "lambda-fsd-jump"],
  ["?preset=cifar10&task=sine", "cifar10", "It belongs to cifar10"],
  ["?opt=lion", "lion", "apo-p, apo-lr"],
  ["?backend=cuda", "The device", "auto, webgpu"],
  ["?seed=-1", "seed", "0 to 4294967295"],
  ["?seed=x", "seed", "whole number"],
  ["?steps=0", "steps", "1 to 1000000"],
  ["?opt=apo-p&lf=-2", "λ_FSD", "0 to 1000000"],
  ["?lf=nine", "lf", "a finite number"],
  ["?kappa=2", "Condition number", "10 to 1000000"],
  ["?images=9999", "Training images", "500 to 5000"],
  ["?network=vgg", "Network", "mlp, lenet"],
  ["?network=5", "Network", "mlp, lenet"],
  ["?augment=yes", "Augmentation", "off, on"],
  ["?size=huge", "Size", "normal, light"],
  ["?at=12", "12", "step:name=value"],
  ["?at=5:baseOptimizer=adam&opt=apo-lr", "Base optimizer", "lambdaFsd"],
  ["?x=hours", "x", "steps, epochs"],
  ["?theme=pink", "theme", "auto, light, dark"],
  ["?scale=cubic", "scale", "log, linear"],
  ["?scale=linear,fit:log", "scale", "loss, q, rate"],
  ["?logx=fit", "logx", "loss, q, rate"],
  ["?cut=all", "cut", "accuracy, gap"],
  ["?skip=-3", "skip", "a whole number from 0"],
  ["?zoom=300-120", "zoom", "the smaller first"],
  ["?zoom=all", "zoom", "two steps"],
  ["?seeds=21", "seeds", "0 to 20"],
  ["?seeds=many", "seeds", "how many further seeds"],
  ["?loss=rmse", "loss", "accuracy, bleu"],
  ["?scale=9", "scale", "0.75 to 3"],
  ["?scale=linear,0.1", "scale", "0.75 to 3"],
  ["?charts=loss,map", "charts", "loss, accuracy, q"],
  ["?charts=", "charts", "loss, accuracy, q"],
  ["?controls=volume", "controls", "play, step, reset"],
  ["?play=always", "play", "manual, visible, loop"],
  ["?start=step:x", "start", "recorded, empty"],
  ["?background=url(x)", "background", "transparent"],
  ["?accent=red;x:y", "accent", "a name of CSS"],
  ["?font=a{}", "font", "names of fonts"],
  ["?caption=+", "caption", "text of up to"],
  ["?title=", "title", "text of up to"],
  ["?group=a+b", "group", "letters, digits"],
  ["?keys=all", "keys", "none, own"],
  ["?actions=print", "actions", "svg, png"],
  ["?origins=example.org", "origins", "origins between commas"],
  ["?smooth=yes", "smooth", "on, off"],
  ["?task=sine&opt=apo-p&walk=6", "walk", "gradient, lookahead, fsd, meta-gradient, update"],
  ["?task=sine&opt=sgdm&walk=fsd", "walk through one step", "no APO races"],
  ["?task=linear&opt=apo-p&walk=fsd", "not possible on linear", "one or two inputs"],
  ["?speed=7", "speed", "1, 5, 25, max"],
  ["?off=lion", "lion", "apo-p"],
  ["?focus=sgd", "sgd", "apo-p"],
  ["?colour=red", "colour", "task"],
  ["?v=2", "version", "1"],
  ["?sgdm.lf=1", "λ_FSD", "learningRate"],
])("%s is dropped or clamped with a note that names %s and says %s", (link, thing, allowed) => {
  const { notes, config } = readLink(link);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.title).toContain(thing);
  expect(notes[0]?.detail).toContain(allowed);
  expect(notes[0]?.remedy).not.toBe("");
  expect(resolveExperiment(config).config).toEqual(config);
});

const ADDED = [
  ..."mc_cid mc_eid msclkid gad_source gad_campaignid _gl _ga igshid igsh si fbclid gclid gclsrc dclid wbraid gbraid".split(
    " ",
  ),
  ..."utm_source utm_medium utm_campaign utm_id utm_source_platform UTM_SOURCE ttclid twclid yclid li_fat_id".split(
    " ",
  ),
  ..."_hsenc _hsmi __hstc __hssc hsCtaTracking hsa_cam mkt_tok vero_id vero_conv oly_anon_id oly_enc_id ref ref_src".split(
    " ",
  ),
  ..."mtm_campaign pk_kwd piwik_campaign matomo_kwd epik ScCid srsltid mibextid spm trk trk_msg ml_subscriber __s _kx".split(
    " ",
  ),
];

test.each(ADDED)("what others add to a shared link is passed over in silence: %s", (key) => {
  const { notes, config, preset } = readLink(`?${key}=x`);
  expect([notes, config, preset]).toEqual([[], readLink("").config, readLink("").preset]);
  expect(readLink(`?task=linear&seed=3&${key}=0`)).toEqual(readLink("?task=linear&seed=3"));
});

test("no part of a link, setting or run is taken for such", () => {
  const settings = HYPERPARAM_NAMES.flatMap((name) => [name, name.toLowerCase(), shortName(name)]);
  for (const key of [...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS, ...settings, ...OPTIMIZER_IDS, "at", "v"])
    expect(FOREIGN.test(key), key).toBe(false);
  for (const run of ["ref", "si", "mc_1", "utm_x", "_hs"]) {
    expect(FOREIGN.test(`${run}.lf`), run).toBe(false);
    expect(readLink(`?task=sine&opt=apo-p:${run}&${run}.lf=2`)).toMatchObject({
      config: { optimizers: [{ run, hyperparams: { lambdaFsd: 2 } }] },
      notes: [],
    });
  }
});

test.each<[string, (i: number) => string, string]>([
  ["keys of runs", (i) => `r${i}.lf=1`, "&"],
  ["values", () => "seed=x", "&"],
  ["views", (i) => `${i === 0 ? "views=" : ""}v${i}`, ","],
  ["moves", (i) => `${i === 0 ? "at=" : ""}${i}`, ";"],
  ["moves that cannot act", (i) => `${i === 0 ? "task=sine&opt=sgdm&at=" : ""}${i + 1}:lf=1`, ";"],
  ["methods", (i) => `${i === 0 ? "opt=" : ""}m${i}`, ","],
  ["hidden runs", (i) => `${i === 0 ? "off=" : ""}r${i}`, ","],
])("a link of 12,500 unknown %s is read at once: six are named, the others counted", (_, part, separator) => {
  const search = `?${Array.from({ length: 12_500 }, (__, i) => part(i)).join(separator)}`;
  const start = performance.now();
  const link = readLink(search);
  const { notices } = configured(initialState(link.config, link.display, link.speed), link);
  expect(performance.now() - start).toBeLessThan(2000); // 5 s and more, for the notices alone
  if (part(1) === "seed=x" || part(1) === "2:lf=1") return expect(notices).toHaveLength(1); // all say the same
  const count = /^([\d,]+) more parts of the link cannot be used as they are$/.exec(notices.at(-1)?.title ?? "")?.[1];
  expect(notices).toHaveLength(7);
  expect(Number(count?.replace(",", ""))).toBeGreaterThan(25);
});

test.each([
  ["a=1", 'A link has no part "a"', "It is left out."],
  ["a=1&b=2&c=3", 'A link has no parts "a", "b", "c"', "They are left out."],
  ["a=1&b=2&c=3&d=4", 'A link has no parts "a", "b", "c" and 1 more', "They are left out."],
  [
    Array.from({ length: 12_500 }, (_, i) => `k${i}=`).join("&"),
    'A link has no parts "k0", "k1", "k2" and 12,497 more',
    "They are left out.",
  ],
])("keys that nobody knows are one notice behind all others", (search, title, detail) => {
  const start = performance.now();
  const link = readLink(`?${search}&seed=-1`);
  const { notices } = configured(initialState(link.config, link.display, link.speed), link);
  expect(performance.now() - start).toBeLessThan(2000); // 5 s and more for 12,500 notices
  expect(notices).toMatchObject([{ title: "The seed is -1" }, { title, detail: expect.stringContaining(detail) }]);
});

test("a solver tolerance at an end of its range or beyond is named, and clamped inside", () => {
  for (const [value, taken] of [
    ["0", 1e-8],
    ["7", 0.1],
  ]) {
    const { config, notes } = readLink(`?task=sine&opt=proximal-point&solverTolerance=${value}`);
    expect(config.optimizers[0]?.hyperparams.solverTolerance).toBe(taken);
    const title = `Solver tolerance of run proximal-point is ${value}`;
    expect(notes).toMatchObject([{ title, detail: `Allowed: above 0, below 1. Using ${taken}.` }]);
  }
});

test("no link throws", () => {
  for (const link of [
    "?%",
    "?=",
    "?&&&",
    "?opt=",
    "?opt=,",
    "?at=;;",
    "?off=",
    "?apo-p.=3",
    "?.lf=3",
    "?task=&seed=&v=",
  ]) {
    expect(() => readLink(link), link).not.toThrow();
  }
});

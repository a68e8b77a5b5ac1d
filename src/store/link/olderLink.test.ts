import { expect, test } from "vitest";
import type { ChangedDefault } from "./changedDefaults";
import { citedLink } from "./citedLink";
import { versionNote } from "./olderLink";
import { readLink } from "./readLink";

/** Defaults as if versions 1.1.0 and 1.2.0 had changed them. */
const INVENTED: readonly ChangedDefault[] = [
  { version: "1.1.0", task: "sine", optimizer: "sgdm", name: "learningRate", before: 0.1, now: 0.05 },
  { version: "1.1.0", task: "spirals", optimizer: null, name: "batchSize", before: 64, now: 32 },
  { version: "1.2.0", task: null, optimizer: null, name: "metaUpdateInterval", before: 10, now: 1 },
  { version: "1.2.0", task: "sine", optimizer: null, name: "steps", before: 200, now: 300 },
];

const noteOf = (search: string, here = "1.2.0", changes = INVENTED) =>
  versionNote(search, readLink(search).config, here, changes);

test("a link of this version, or of none, needs no word", () => {
  expect(noteOf("?task=sine&opt=sgdm")).toBeNull();
  expect(noteOf("?task=sine&opt=sgdm&app=1.2.0")).toBeNull();
});

test("a link of an older version names the defaults of its experiment that have changed since", () => {
  const note = noteOf("?task=sine&opt=sgdm,apo-p&app=1.0.0");
  expect(note?.title).toBe("This link is of APO Lab 1.0.0, and this is 1.2.0");
  expect(note?.detail).toBe(
    "Defaults that it leaves to the app have changed since: η of SGDm on Noisy sine 0.050, before 0.10; K 1, before 10; steps on Noisy sine 300, before 200.",
  );
  expect(note?.remedy).toContain("It opens with those of 1.2.0");
  const later = noteOf("?task=sine&opt=sgdm&app=1.1.0");
  expect(later?.detail).toBe(
    "Defaults that it leaves to the app have changed since: steps on Noisy sine 300, before 200.",
  );
});

test("what the link writes out itself is not left to the app: each run of it counts", () => {
  const part = "?task=sine&opt=sgdm,sgdm:fast&steps=40&app=1.0.0";
  expect(noteOf(`${part}&fast.learningRate=0.3`)?.detail).toContain("leaves to the app have changed since: η of SGDm");
  const whole = noteOf(`${part}&fast.learningRate=0.3&sgdm.learningRate=0.1`);
  expect(whole?.detail).toMatch(/^Defaults have changed since: η of SGDm .*; steps /);
  expect(whole?.remedy).toBe("The link has its own values written out, so it opens the same experiment.");
  const other = noteOf("?task=linear&opt=adam&app=1.0.0");
  expect(other).toMatchObject({
    detail: "No default of it has changed since.",
    remedy: "It opens the same experiment.",
  });
});

test("a cited link has the app's version, and depends on no default that changed later", () => {
  const { config } = readLink("?task=sine&opt=apo-p,sgdm,sgdm:fast&at=5:lf=3");
  const environment = { app: "1.0.0", backend: "wasm", adapter: null, runtime: "r", reason: "" } as const;
  const link = citedLink({ config, interventions: [], environment });
  expect(link).toMatch(/[?&]app=1\.0\.0(&|$)/);
  expect(readLink(link)).toMatchObject({ notes: [], config: { ...config, backend: "wasm" } });
  expect(noteOf(link)?.remedy).toBe("The link has its own values written out, so it opens the same experiment.");
  expect(noteOf(link, "1.0.0")).toBeNull();
});

test("a link of a later version, and a version that is none, say so", () => {
  expect(noteOf("?task=sine&opt=sgdm&app=2.0.0")?.remedy).toBe("Where its numbers matter, open it in version 2.0.0.");
  expect(noteOf("?task=sine&opt=sgdm&app=new")?.title).toBe('app is "new"');
});

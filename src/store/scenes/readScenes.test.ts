import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigError } from "../../config/experiment/notes";
import { SHIPPED_SCENES } from "../../config/scenes/shippedScenes";
import { readScenes, readScenesFile } from "./readScenes";

const bytesOf = (scene: object) =>
  new TextEncoder().encode(
    JSON.stringify({
      format: "apo-scenes/1",
      title: "A talk",
      scenes: [{ state: "?task=sine", figure: "loss", caption: "One.", ...scene }],
    }),
  );

test("every set that comes with the page, and the example of the documents, can be read, with the states of its scenes", () => {
  for (const { id } of SHIPPED_SCENES)
    expect(readScenes(readFileSync(`public/scenes/${id}.json`), id).scenes.length).toBeGreaterThan(2);
  const [, example = ""] = /```json\n(.*?)```/s.exec(readFileSync("docs/embedding.md", "utf8")) ?? [];
  expect(readScenes(new TextEncoder().encode(example), "the example").scenes).toHaveLength(1);
});

test.each([
  ["a state that cannot be used", { state: "?task=imagenet" }, 'scenes.0.state. The task is "imagenet"'],
  ["a figure that there is none of", { figure: "map" }, 'scenes.0.figure. Found "map". Allowed: loss, accuracy'],
  [
    "a question about a run that does not race",
    {
      ask: {
        question: "?",
        about: { quantity: "trainLoss", to: 9 },
        choices: [
          { says: "A", run: "adam" },
          { says: "B", run: "nobody" },
        ],
      },
    },
    'scenes.0.ask. There is no run "nobody" in its state.',
  ],
])("%s is named by its place", (_, scene, words) => {
  try {
    readScenes(bytesOf(scene), "talk.json");
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    const { title, detail } = (error as ConfigError).notes[0] ?? { title: "", detail: "" };
    expect(`${title}. ${detail}`).toContain(words);
    return;
  }
  throw new Error("It was read.");
});

test("a file that is too large or cannot be read is refused, and the reason told", async () => {
  const large = { name: "big.json", size: 2_000_000 } as File;
  await expect(readScenesFile(large)).rejects.toThrow("big.json is too large. It has 2000000 bytes");
  const gone = { name: "gone.json", size: 5, arrayBuffer: () => Promise.reject(new Error("gone")) } as unknown as File;
  await expect(readScenesFile(gone)).rejects.toThrow("gone.json cannot be read");
});

import { ConfigError, type Note, quote } from "../../config/experiment/notes";
import { SCENE_LIMITS, type SceneSet, sceneSetIn, setTooLarge } from "../../config/scenes/sceneSet";
import { EMBED_CHARTS } from "../experiment/embedChoice";
import { readLink } from "../link/readLink";
import { type HeldSet, heldSet } from "./sceneStore";

/** Reads a set with its states. Throws `ConfigError` with a note for each thing that is wrong, by its place. */
export function readScenes(bytes: Uint8Array, file: string): SceneSet {
  const set = sceneSetIn(bytes, file);
  const notes = set.scenes.flatMap(({ state, figure, ask }, at): Note[] => {
    const place = `${file} is wrong at scenes.${at}`;
    const { notes: ofLink, config } = readLink(state);
    const runs = config.optimizers.map(({ run }) => run);
    const asked = [ask?.about.run, ...(ask?.choices.map(({ run }) => run) ?? [])].flatMap((run) => run ?? []);
    const unknown = asked.filter((run) => !runs.includes(run));
    return [
      ...ofLink.map(({ title, detail, remedy }) => ({
        title: `${place}.state`,
        detail: `${title}. ${detail}`,
        remedy,
      })),
      ...(EMBED_CHARTS.some((chart) => chart === figure)
        ? []
        : [
            {
              title: `${place}.figure`,
              detail: `Found ${quote(figure)}. Allowed: ${EMBED_CHARTS.join(", ")}.`,
              remedy: "Name one of these.",
            },
          ]),
      ...unknown.map((run) => ({
        title: `${place}.ask`,
        detail: `There is no run ${quote(run)} in its state. Allowed: ${runs.join(", ")}.`,
        remedy: "Name a run of the state.",
      })),
    ];
  });
  if (notes.length > 0) throw new ConfigError(notes);
  return set;
}

/** Reads a file that a person chose; it is not read where it is too large. */
export async function readScenesFile(file: File): Promise<SceneSet> {
  if (file.size > SCENE_LIMITS.bytes) throw new ConfigError([setTooLarge(file.name, file.size)]);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new ConfigError([
      {
        title: `${file.name} cannot be read`,
        detail: "A folder cannot be read, nor a file that was changed or moved since it was chosen.",
        remedy: "Choose the file again.",
      },
    ]);
  });
  return readScenes(new Uint8Array(bytes), file.name);
}

const fetched = new Map<string, HeldSet>();

/** Fetches a set that comes with the page, once. Throws `ConfigError` where it is not to be had. */
export async function fetchScenes(id: string): Promise<HeldSet> {
  const known = fetched.get(id);
  if (known) return known;
  const address = `./scenes/${id}.json`;
  const answer = await fetch(address).catch((error: unknown) => {
    throw notThere(address, `Reason: ${error instanceof Error ? error.message : String(error)}.`);
  });
  if (!answer.ok) throw notThere(address, `It is answered with status ${answer.status}.`);
  const held = heldSet(readScenes(new Uint8Array(await answer.arrayBuffer()), address), id);
  fetched.set(id, held);
  return held;
}

const notThere = (address: string, detail: string) =>
  new ConfigError([
    { title: `${address} cannot be fetched`, detail, remedy: "Check the line, and load the page again." },
  ]);

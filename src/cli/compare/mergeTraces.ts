import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../../config/experiment/checks";
import { jsonIn } from "../../config/experiment/jsonFile";
import { DataError, ofData } from "../exitCodes";
import { unpackedFile } from "../unpackedFile";

interface TracePart {
  config: Record<string, unknown> & { optimizers: { run: string }[] };
  interventions: unknown[];
  runs: { run: string }[];
}

/**
 * One trace with the runs of all parts, in their order: of one experiment, each trained on a machine of its own. Throws `DataError` where
 * a file is no trace, where parts are of different experiments, or where two have a run of one name.
 */
export function mergeFiles(files: readonly string[]): TracePart {
  if (files.length < 2)
    throw refused("There is nothing to join", `There are ${files.length} parts.`, "Name two or more.");
  const parts = files.map(readPart);
  const [first] = parts as [TracePart];
  const [firstFile] = files;
  for (const [index, { config }] of parts.entries()) {
    const field = Object.keys({ ...first.config, ...config }).find(
      (name) => name !== "optimizers" && !isDeepStrictEqual(config[name], first.config[name]),
    );
    if (field === undefined) continue;
    const detail = `${field} is ${JSON.stringify(config[field])}, in ${firstFile} ${JSON.stringify(first.config[field])}.`;
    throw refused(
      `${files[index]} is of another experiment than ${firstFile}`,
      detail,
      "Join parts of one experiment.",
    );
  }
  const names = parts.flatMap(({ runs }) => runs.map(({ run }) => run));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw refused(
      `The run ${twice} is in two parts`,
      `Found ${names.join(", ")}.`,
      "Train each run in one part, or name it otherwise.",
    );
  return {
    ...first,
    config: { ...first.config, optimizers: parts.flatMap(({ config }) => config.optimizers) },
    interventions: parts.flatMap(({ interventions }) => interventions),
    runs: parts.flatMap(({ runs }) => runs),
  };
}

function readPart(file: string): TracePart {
  const value = ofData(() => jsonIn(bytesOf(file), file));
  const isTrace =
    isRecord(value) &&
    value.format === "apo-trace/1" &&
    isRecord(value.config) &&
    Array.isArray(value.interventions) &&
    [value.config.optimizers, value.runs].every(hasNamedRuns);
  if (isTrace) return value as unknown as TracePart;
  throw refused(`${file} is no trace`, "Allowed: the format apo-trace/1.", "Choose a file that npm run trace wrote.");
}

const hasNamedRuns = (list: unknown) =>
  Array.isArray(list) && list.every((one) => isRecord(one) && typeof one.run === "string");

function bytesOf(file: string): Uint8Array {
  try {
    return unpackedFile(file);
  } catch (error) {
    throw refused(
      `${file} cannot be read`,
      `Reason: ${error instanceof Error ? error.message : error}.`,
      "Check the path.",
    );
  }
}

const refused = (title: string, detail: string, remedy: string) => new DataError([{ title, detail, remedy }]);

import { ARCHIVE_IDS, ARCHIVE_SOURCE, ARCHIVES, type ArchiveId } from "../../../config/tables/archive/archives";
import { TaskError } from "../../taskError";

const both = ARCHIVE_IDS.map((id) => ARCHIVES[id].file).join(" or ");

const remedyFor = (archive: ArchiveId | null): string =>
  `Take ${archive ? ARCHIVES[archive].file : both} from ${ARCHIVE_SOURCE}.`;

/** Archives of the same sets for other programs, by how their folders begin. */
const OTHERS: readonly [folder: string, what: string, archive: ArchiveId][] = [
  ["cifar-100-python", "Python", "cifar100"],
  ["cifar-10-batches-py", "Python", "cifar10"],
  ["cifar-100-matlab", "MATLAB", "cifar100"],
  ["cifar-10-batches-mat", "MATLAB", "cifar10"],
];

/** An archive of the same images for another program, known by the path of a file in it or by its own name; null for any other. */
export function otherProgram(file: string, path: string): TaskError | null {
  const [, what, archive] =
    OTHERS.find(([folder, kind]) => path.includes(folder) || (path === "" && isNamedFor(file, folder, kind))) ?? [];
  if (!what || !archive) return null;
  const { name, file: right } = ARCHIVES[archive];
  return new TaskError(
    `${file} is the ${what} version of ${name}`,
    `It holds the images as objects of ${what}; read here is the binary version, ${right}.`,
    remedyFor(archive),
  );
}

const isNamedFor = (file: string, folder: string, kind: string): boolean =>
  file.toLowerCase().startsWith(`${folder.split("-").slice(0, 2).join("-")}-${kind.toLowerCase()}`);

/** A file that is no archive of such images. */
export function notAnArchive(file: string, detail: string): TaskError {
  return new TaskError(`${file} is not an archive of CIFAR-10 or CIFAR-100`, detail, remedyFor(null));
}

/** A file whose stream ends or breaks before it is over. */
export function cutArchive(file: string, size: number, read: number, cause: unknown): TaskError {
  const bytes = size.toLocaleString("en-US");
  return new TaskError(
    `${file} is cut short or damaged`,
    `Of its ${bytes} bytes ${read.toLocaleString("en-US")} could be unpacked; ${sizes}.`,
    `Download it again: ${remedyFor(null)}`,
    { cause },
  );
}

const sizes = ARCHIVE_IDS.map((id) => `${ARCHIVES[id].file} has ${ARCHIVES[id].bytes.toLocaleString("en-US")}`).join(
  ", ",
);

/** An archive of the right form with something wrong in it. */
export function unfitArchive(file: string, archive: ArchiveId, detail: string): TaskError {
  return new TaskError(`${file} cannot be used as ${ARCHIVES[archive].name}`, detail, remedyFor(archive));
}

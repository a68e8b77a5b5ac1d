import { isRecord } from "../experiment/checks";
import type { TaskPicture } from "../tables/taskPicture";
import { type Packed, packNumbers, unpackNumbers } from "./packed";
import type { PackedPicture } from "./recordingFile";

const TYPES = { Float32Array, Uint8Array, Uint8ClampedArray };
type TypeName = keyof typeof TYPES;

/** Coordinates of points are drawn to a pixel: a 4,000th of a picture some units wide. */
const POINT_UNIT = 1e-3;

/** A picture for a file: each typed array packed, whole numbers exactly, others to half a thousandth. */
export function packPicture(picture: TaskPicture): PackedPicture {
  const entries = Object.entries(picture).map(([key, value]) => {
    const type = (Object.keys(TYPES) as TypeName[]).find((name) => value instanceof TYPES[name]);
    if (!type) return [key, value];
    return [
      key,
      { type, packed: packNumbers(value as Float32Array, "linear", type === "Float32Array" ? POINT_UNIT : 1) },
    ];
  });
  return Object.fromEntries(entries);
}

/** The picture again. */
export function unpackPicture(picture: PackedPicture): TaskPicture {
  const entries = Object.entries(picture).map(([key, value]) => {
    if (!isRecord(value) || !("packed" in value)) return [key, value];
    const values = unpackNumbers(value.packed as Packed).map((one) => one ?? Number.NaN);
    return [key, TYPES[value.type as TypeName].from(values)];
  });
  return Object.fromEntries(entries) as TaskPicture;
}

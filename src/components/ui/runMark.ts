import type { CSSProperties } from "react";

/** The mark of one of several runs of a method, whose colour and dash are the same. */
export interface RunMark {
  /** Shape and filling, by `runMark`. */
  variant: number;
  token: string;
}

/** The mark of a run; none for the first of its method, whose line is plain. */
export function runMark(token: string, variant: number): RunMark | null {
  return variant === 0 ? null : { token, variant };
}

/** Outlines about the origin, of radius 1, told apart in black and white: the first eight filled, the next eight hollow. */
const SHAPES: readonly string[] = [
  "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z", // circle
  "M.9 .9H-.9V-.9H.9Z", // square
  "M0 -1.15L1.1 .85H-1.1Z", // triangle
  "M0 -1.3L1 0L0 1.3L-1 0Z", // diamond
  "M0 1.15L1.1 -.85H-1.1Z", // triangle, its point below
  "M.4 -1.1V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4V-1.1Z", // plus
  "M-.45 -1.3H.45V1.3H-.45Z", // upright bar
  "M1.1 -.55L.55 0L1.1 .55L.55 1.1L0 .55L-.55 1.1L-1.1 .55L-.55 0L-1.1 -.55L-.55 -1.1L0 -.55L.55 -1.1Z", // cross
];

/** Which outline, whether it is hollow, and how many stand side by side: more than sixteen runs of a method repeat theirs. */
function markForm(variant: number): { shape: number; isHollow: boolean; count: number } {
  const index = variant - 1;
  return {
    shape: index % SHAPES.length,
    isHollow: Math.floor(index / SHAPES.length) % 2 === 1,
    count: 1 + Math.floor(index / (2 * SHAPES.length)),
  };
}

/** The path of a mark about a place, in pixels. */
export function markPath({ variant }: Pick<RunMark, "variant">, x: number, y: number, radius: number): string {
  const { shape, count } = markForm(variant);
  const outline = SHAPES[shape] ?? "";
  return Array.from({ length: count }, (_, index) => {
    const middle = x + (index - (count - 1) / 2) * 2.6 * radius;
    return placed(outline, middle, y, radius);
  }).join("");
}

/** Filled in the run's colour, or hollow; with a rim of the surface where lines cross it. */
export function markLook({ token, variant }: RunMark): CSSProperties {
  const colour = `var(--opt-${token})`;
  return markForm(variant).isHollow
    ? { fill: "var(--surface)", stroke: colour, strokeWidth: 1.75 }
    : { fill: colour, stroke: "var(--surface)", strokeWidth: 1 };
}

/** An outline moved and scaled; of an arc its radii are only scaled and its flags stay. */
function placed(outline: string, x: number, y: number, radius: number): string {
  const fixed = (value: number) => Number(value.toFixed(1));
  return outline.replace(/([MLHVAZ])([^MLHVAZ]*)/g, (_, command: string, text: string) => {
    const numbers = text.trim() === "" ? [] : text.trim().split(/[ ,]+/).map(Number);
    const at = (index: number, origin: number) => fixed(origin + radius * (numbers[index] ?? 0));
    switch (command) {
      case "H":
        return `H${at(0, x)}`;
      case "V":
        return `V${at(0, y)}`;
      case "A":
        return `A${fixed(radius)} ${fixed(radius)} 0 ${numbers[3]} ${numbers[4]} ${at(5, x)} ${at(6, y)}`;
      case "Z":
        return "Z";
      default:
        return `${command}${at(0, x)} ${at(1, y)}`;
    }
  });
}

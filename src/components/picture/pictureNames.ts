import { PICTURE_QUADRATIC } from "../../config/tables/quadratics";
import type { PictureModel } from "../../store/picture/pictureModel";
import type { PlaneFrame } from "../charts/geometry/planeFrame";
import { textWidth } from "../charts/geometry/textWidth";

/** A name in the picture with the middle of its baseline, in pixels. */
export interface PlacedName {
  id: "theta" | "next" | "minimum" | "fsd" | "wsd";
  text: string;
  x: number;
  y: number;
}

interface Box {
  x: number;
  y: number;
  /** Half its width and its height. */
  wide: number;
  high: number;
}

/** Sixteenths of the way around a ball, from its upper left end: where its name may stand, the best place first. */
const AT_ENDS = [0, 8, 15, 1, 7, 9, 14, 2, 6, 10, 13, 3, 5, 11, 12, 4];
const AT_SIDES = [4, 3, 5, 12, 11, 13, 2, 6, 10, 14, 1, 7, 9, 15, 0, 8];

const LINE = 15;

/** Names that lie in the drawn part and on no other; a ball whose edge has no such place goes without. */
export function placeNames(frame: PlaneFrame, { theta, shape }: PictureModel): readonly PlacedName[] {
  const u = frame.unit;
  const [x, y] = [frame.x(theta[0]), frame.y(theta[1])];
  const [toX, toY] = [frame.x(shape.next[0]), frame.y(shape.next[1])];
  const [bottomX, bottomY] = [frame.x(PICTURE_QUADRATIC.minimum[0]), frame.y(PICTURE_QUADRATIC.minimum[1])];
  const taken: Box[] = [
    { x, y, wide: 13 * u, high: 13 * u },
    { x: toX, y: toY, wide: 8 * u, high: 8 * u },
    { x: bottomX, y: bottomY, wide: 7 * u, high: 7 * u },
  ];
  const names: PlacedName[] = [];
  const add = (id: PlacedName["id"], text: string, places: readonly (readonly [number, number])[]) => {
    const wide = (u * textWidth(text, "label")) / 2 + 3 * u;
    const box = places
      .map(([atX, atY]): Box => ({ x: atX, y: atY, wide, high: (LINE / 2) * u }))
      .find(
        (one) =>
          one.x - one.wide >= frame.left &&
          one.x + one.wide <= frame.right &&
          one.y - one.high >= frame.top &&
          one.y + one.high <= frame.bottom &&
          taken.every((other) => !overlap(one, other)),
      );
    if (!box) return;
    taken.push(box);
    names.push({ id, text, x: box.x, y: box.y + 4.5 * u });
  };
  const length = Math.hypot(toX - x, toY - y) || 1;
  const ahead = length > 1 ? Math.atan2(toY - y, toX - x) : 0;
  const around = (atX: number, atY: number, away: number, start: number) =>
    [0, 1, -1, 2, -2, 3, -3, 4].map((turn) => {
      const angle = start + (turn * Math.PI) / 4;
      return [atX + away * u * Math.cos(angle), atY + away * u * Math.sin(angle)] as const;
    });
  add("theta", "θ", around(x, y, 22, ahead + Math.PI));
  add("next", "θ⁺", around(toX, toY, 20, ahead));
  add("minimum", "least loss", around(bottomX, bottomY, 18, Math.PI / 2));
  const onEdge = ([across, along]: readonly [number, number], text: string, order: readonly number[]) =>
    order.map((sixteenth) => {
      const turn = (sixteenth * Math.PI) / 8;
      const { angle } = PICTURE_QUADRATIC;
      const [a, b] = [across * Math.sin(turn), along * Math.cos(turn)];
      const [dx, dy] = [Math.cos(angle) * a - Math.sin(angle) * b, -(Math.sin(angle) * a + Math.cos(angle) * b)];
      const size = Math.hypot(dx, dy) || 1;
      const wide = textWidth(text, "label") / 2 + 4;
      // so far beyond the edge that the name just clears it
      const away = Math.abs(dx / size) * wide + Math.abs(dy / size) * 9;
      return [
        x + frame.perUnit * dx + ((away * u) / size) * dx,
        y + frame.perUnit * dy + ((away * u) / size) * dy,
      ] as const;
    });
  if (shape.fsdBall) add("fsd", "FSD ball", onEdge(shape.fsdBall, "FSD ball", AT_ENDS));
  if (shape.wsdRadius !== null)
    add("wsd", "WSD ball", onEdge([shape.wsdRadius, shape.wsdRadius], "WSD ball", AT_SIDES));
  return names;
}

const overlap = (a: Box, b: Box) => Math.abs(a.x - b.x) < a.wide + b.wide && Math.abs(a.y - b.y) < a.high + b.high;

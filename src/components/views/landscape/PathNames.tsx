import type { Point } from "../../../config/tables/landscape";
import type { LandscapeMethodModel } from "../../../store/views/landscape/landscapeSelectors";
import { dodge } from "../../charts/labels/dodge";
import { SvgText } from "../../ui/MathSymbol";
import type { LandscapeFrame } from "./landscapeFrame";

interface PathNamesProps {
  frame: LandscapeFrame;
  methods: readonly LandscapeMethodModel[];
  proximalPoint: Point | null;
}

/** Lines of names, and about how wide a letter is, in units. */
const ROW = 15;
const LETTER = 7.2;

/** Each path's name at its end and θ* beside its ring, moved aside where two meet and to the left where there is no room. */
export function PathNames({ frame, methods, proximalPoint }: PathNamesProps) {
  const { unit: u, left, right, top, bottom } = frame;
  const place = (key: string, name: string, [a, b]: Point, gap: number) => ({
    key,
    name,
    gap: gap * u,
    x: clamp(frame.x(a), left, right),
    y: clamp(frame.y(b), top, bottom),
  });
  const ends = methods
    .filter(({ path }) => path.length > 1)
    .map(({ run, name, end }) => place(run, name, end.point, 9));
  const all = proximalPoint ? [...ends, place("proximal point", "θ*", proximalPoint, 12)] : ends;
  return (
    <>
      {dodge(all, ROW * u, top + 12 * u, bottom - 4 * u).map(({ key, name, gap, x, labelY }) => {
        const isLeft = x + gap + LETTER * u * name.length > frame.width;
        return (
          <text
            key={key}
            className="label halo"
            x={x + (isLeft ? -gap : gap)}
            y={labelY + 4 * u}
            textAnchor={isLeft ? "end" : "start"}
          >
            <SvgText text={name} />
          </text>
        );
      })}
    </>
  );
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

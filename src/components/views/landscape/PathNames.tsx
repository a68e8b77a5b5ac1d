import type { Point } from "../../../config/tables/landscape";
import { useCharts } from "../../../store/experiment/experimentStore";
import type { LandscapeMethodModel } from "../../../store/views/landscape/landscapeSelectors";
import { textWidth } from "../../charts/geometry/textWidth";
import { placeLabels } from "../../charts/labels/placeLabels";
import { SvgText } from "../../ui/MathSymbol";
import { HERO_TOKEN } from "../../ui/seriesStroke";
import type { LandscapeFrame } from "./landscapeFrame";

interface PathNamesProps {
  frame: LandscapeFrame;
  methods: readonly LandscapeMethodModel[];
  proximalPoint: Point | null;
}

/** From one name to the next, in units. */
const ROW = 15;

/**
 * Each path's name at its end and θ* beside its ring, moved aside where two meet and to the left where there is no room;
 * the table beside the plane has them all.
 */
export function PathNames({ frame, methods, proximalPoint }: PathNamesProps) {
  const { unit: u, left, right, top, bottom } = frame;
  const pointedRun = useCharts((state) => state.display.pointedRun);
  const rows = { gap: ROW * u, top: top + 12 * u, bottom: bottom - 4 * u };
  const place = (run: string, token: string, name: string, [a, b]: Point, gap: number) => ({
    run,
    token,
    name,
    gap: gap * u,
    x: clamp(frame.x(a), left, right),
    y: clamp(frame.y(b), top, bottom),
  });
  const ends = methods
    .filter(({ path }) => path.length > 1)
    .map(({ run, token, name, end }) => place(run, token, name, end.point, 9));
  const all = proximalPoint ? [place("proximal point", HERO_TOKEN, "θ*", proximalPoint, 12), ...ends] : ends;
  return (
    <>
      {placeLabels(all, rows, pointedRun).map(({ run, name, gap, x, labelY }) => {
        const isLeft = x + gap + textWidth(name, "label") * u > frame.width;
        return (
          <text
            key={run}
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

import "./marks.css";
import type { Frame } from "../geometry/frame";

/** Room over the rule for the words of moves, in units. */
const WORDS_ABOVE = 14;

/** The rule at the step that is shown. */
export function HeadRule({ frame: { box, x }, at }: { frame: Frame; at: number }) {
  return <line className="head" x1={x(at)} x2={x(at)} y1={box.top + WORDS_ABOVE * box.unit} y2={box.bottom} />;
}

import { paintAs, paintOf } from "./paint";
import { attributes, type PageBox, rectangle } from "./svgText";

/** A shadow without a blur, as styles resolve it: colour, right, down, blur, spread. */
const SHADOW = /^(.+\)) 0px (-?[\d.]+)px 0px (-?[\d.]+)px( inset)?$/;

/** Between shadows, not within a colour. */
const COMMA = /, (?![^(]*\))/;

/** What is drawn as a box's shadows: a ring around it or, inset, within its `border`, and a line under it. */
export function shadowLayer(shadows: string, box: PageBox, radius: number, border: number): string {
  return shadows
    .split(COMMA)
    .map((shadow) => {
      const [, colour = "", ...lengths] = SHADOW.exec(shadow) ?? [];
      const [down = 0, spread = 0] = lengths.slice(0, 2).map(Number);
      const [paint, isInset] = [paintOf(colour), lengths[2] !== undefined];
      if (!paint) return "";
      if (down > 0 && down + spread > 0 && !isInset) {
        const under = {
          left: box.left - spread,
          top: box.bottom,
          right: box.right + spread,
          bottom: box.bottom + down + spread,
        };
        return `<rect${attributes({ ...rectangle(under), ...paintAs("fill", paint) })}/>`;
      }
      if (down !== 0 || spread <= 0) return "";
      const out = isInset ? -border - spread / 2 : spread / 2;
      const line = { rx: Math.max(0, radius + out) || null, fill: "none", "stroke-width": spread };
      return `<rect${attributes({ ...rectangle(box, out), ...line, ...paintAs("stroke", paint) })}/>`;
    })
    .join("");
}

import { type RefObject, useEffect, useLayoutEffect } from "react";
import { postToHost } from "../../store/embed/host";
import type { EmbedChoice } from "../../store/experiment/embedChoice";
import { tellSize } from "./tellSize";

/** Sizes that a projector enlarges; each is a number of pixels in `tokens.css`. */
const SIZES = [
  ...["--text-xs", "--text-s", "--text-m", "--text-l", "--text-xl"],
  ...["--stroke", "--stroke-hero", "--control", "--s-half", "--s1", "--s2", "--s3", "--s4"],
];

/** Colours, font, size and title that the link gives, and the height that the figure needs, told to its host. */
export function useEmbedLook(embed: EmbedChoice, main: RefObject<HTMLElement | null>): void {
  const { background, accent, font, title, scale } = embed;
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const set = (name: string, value: string | null) =>
      value === null ? style.removeProperty(name) : style.setProperty(name, value);
    set("--surface", asColour(background));
    set("--accent", asColour(accent));
    if (font !== null) set("--font", `${font}, system-ui, sans-serif`);
  }, [background, accent, font]);
  useLayoutEffect(() => {
    if (scale === 1) return;
    const { style } = document.documentElement;
    const enlarge = () => {
      for (const name of SIZES) style.removeProperty(name);
      const own = getComputedStyle(document.documentElement);
      const sizes = SIZES.map((name) => [name, Number.parseFloat(own.getPropertyValue(name))] as const);
      for (const [name, size] of sizes) style.setProperty(name, `${size * scale}px`);
      style.setProperty("--thumb", `${18 * scale}px`);
    };
    enlarge();
    addEventListener("resize", enlarge);
    return () => removeEventListener("resize", enlarge);
  }, [scale]);
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    return tellSize(element, (value) => postToHost({ type: "resize", name: "resize", value }));
  }, [main]);
}

/** A colour as a style takes it; null where this browser knows none of that name. */
function asColour(text: string | null): string | null {
  if (text === null) return null;
  const colour = /^[0-9a-f]{3,8}$/i.test(text) && !CSS.supports("color", text) ? `#${text}` : text;
  return CSS.supports("color", colour) ? colour : null;
}

import { Fragment, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { speakBy } from "../config/language/said";
import { translatorOf } from "../config/language/translator";
import { saidProps } from "./saidProps";

const WORDS = {
  "Move {0}, then play {1} steps.": "{1} Schritte abspielen, dann {0} bewegen.",
  this: "dies",
  Seed: "Startwert",
  "One more": "Noch eins",
  "{0} more": "{0} weitere",
};

const inGerman = (draw: () => ReactElement): string => {
  const { said } = translatorOf(WORDS);
  speakBy({
    said,
    cut: (text, by) => said(text).split(by),
    props: (type, props) => saidProps(type, props, said) as typeof props,
  });
  return renderToStaticMarkup(draw());
};

const Passing = ({ children, title }: { children: ReactNode; title: string }) => (
  <section title={title}>{children}</section>
);

afterEach(() => speakBy(null));

describe("an element in German", () => {
  it.each<[string, () => ReactElement, string]>([
    [
      "has its elements and values where the German has them",
      () => (
        <p>
          Move <b>this</b>, then play {2.5} steps.
        </p>
      ),
      "<p>2,5 Schritte abspielen, dann <b>dies</b> bewegen.</p>",
    ],
    [
      "has its attributes",
      () => <input aria-label="Seed" placeholder="One more" value="0.5" readOnly />,
      '<input aria-label="Startwert" placeholder="Noch eins" readOnly="" value="0.5"/>',
    ],
    [
      "has what a component hands on",
      () => (
        <Passing title="Seed">
          <i>3</i> more
        </Passing>
      ),
      '<section title="Startwert"><i>3</i> weitere</section>',
    ],
    ["leaves code and other languages", () => <p lang="en">Seed</p>, '<p lang="en">Seed</p>'],
    [
      "keeps an option's value",
      () => (
        <select>
          <option>Seed</option>
        </select>
      ),
      '<select><option value="Seed">Startwert</option></select>',
    ],
    [
      "reads fragments and lists",
      () => (
        <Fragment>
          {["Seed"]}
          {null}
        </Fragment>
      ),
      "Startwert",
    ],
  ])("%s", (_, draw, html) => {
    expect(inGerman(draw)).toBe(html);
  });

  it("is as it is written in English", () => {
    expect(renderToStaticMarkup(<p>Seed</p>)).toBe("<p>Seed</p>");
  });
});

import { useState } from "react";
import { CASE_GROUPS } from "./allCases";
import type { GalleryCase } from "./galleryCase";

const THEMES = ["auto", "light", "dark"] as const;
const WIDTHS = [1280, 390] as const;
const ROOMS: Record<GalleryCase["room"], readonly [width: number, height: number]> = {
  chart: [560, 340],
  panel: [300, 640],
  column: [1064, 480],
  page: [1280, 800],
  embed: [640, 420],
};

/** Every case in a frame of its own, at the width of the page or of a phone. */
export function Gallery() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]>("auto");
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(1280);
  const query = theme === "auto" ? "" : `?theme=${theme}`;
  return (
    <div className="gallery">
      <header>
        <h1>Gallery</h1>
        <Choice name="Theme" values={THEMES} value={theme} onChoose={setTheme} />
        <Choice name="Width" values={WIDTHS} value={width} onChoose={setWidth} />
        <p className="muted">
          Forced colours, print and reduced motion are the browser's: developer tools, Rendering, Emulate CSS media.
        </p>
      </header>
      {CASE_GROUPS.map(({ topic, cases }) => (
        <section key={topic}>
          <h2>{topic}</h2>
          <ul>
            {cases.map((one) => (
              <Framed key={one.name} one={one} query={query} width={width} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Framed({ one: { name, room }, query, width }: { one: GalleryCase; query: string; width: number }) {
  const [own, height] = ROOMS[room];
  return (
    <li>
      <a href={`./${query}#${name}`} target="_blank" rel="noreferrer">
        {name}
      </a>
      <iframe title={name} src={`./${query}#${name}`} width={Math.min(own, width)} height={height} loading="lazy" />
    </li>
  );
}

interface ChoiceProps<Value> {
  name: string;
  values: readonly Value[];
  value: Value;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string | number>({ name, values, value, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="segments">
      <legend>{name}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChoose(one)} />
          {one}
        </label>
      ))}
    </fieldset>
  );
}

import { useState } from "react";
import { EMBED_CHART_NAMES } from "../../store/embed/embedSelectors";
import { snippetsOf } from "../../store/embed/snippets";
import { EMBED_CHARTS, EMBED_CONTROLS } from "../../store/experiment/embedChoice";
import { experimentStore } from "../../store/experiment/experimentStore";
import { copyText } from "../take/browserFiles";
import "./snippetBody.css";

const SIZES = [
  [640, 420],
  [390, 560],
  [960, 480],
  [1280, 720],
] as const;

const CONTROL_NAMES = {
  play: "Play",
  step: "Step",
  reset: "Reset",
  scrub: "Scrubber",
  lf: "λ_FSD",
  lw: "λ_WSD",
  k: "K",
  alpha: "α",
} as const;

/** The HTML for this view in a page of one's own, in both forms, and the figure as it will stand there. */
export function SnippetBody() {
  const [state] = useState(() => experimentStore.getState()); // as it stood when the dialog opened
  const [charts, setCharts] = useState(state.display.embed.charts);
  const [controls, setControls] = useState(state.display.embed.controls);
  const [size, setSize] = useState(0);
  const [width, height] = SIZES[size] ?? SIZES[0];
  const { address, iframe, element } = snippetsOf(
    state,
    { charts, controls, width, height },
    location.origin + location.pathname,
  );
  return (
    <div className="snippets">
      <p>A figure of this experiment for a post, slides or a notebook, with all moves made so far.</p>
      <Choices
        title="Charts"
        all={EMBED_CHARTS}
        names={EMBED_CHART_NAMES}
        chosen={charts}
        onChoose={(next) => setCharts(next.length > 0 ? next : charts)}
      />
      <Choices title="Controls" all={EMBED_CONTROLS} names={CONTROL_NAMES} chosen={controls} onChoose={setControls} />
      <label className="snippet-size">
        Size{" "}
        <select value={size} onChange={({ target }) => setSize(Number(target.value))}>
          {SIZES.map(([across, down], index) => (
            <option key={across} value={index}>
              {`${across} × ${down}`}
            </option>
          ))}
        </select>
      </label>
      <Snippet title="As an element" text={element} />
      <Snippet title="As an iframe" text={iframe} />
      <div className="snippet-preview">
        <iframe key={address} src={address} width={width} height={height} title="The figure as it will stand there" />
      </div>
    </div>
  );
}

interface ChoicesProps<Word extends string> {
  title: string;
  all: readonly Word[];
  names: Record<Word, string>;
  chosen: readonly Word[];
  onChoose: (next: readonly Word[]) => void;
}

/** What stands in the figure, in the order in which it is chosen. */
function Choices<Word extends string>({ title, all, names, chosen, onChoose }: ChoicesProps<Word>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map((word) => (
        <label key={word}>
          <input
            type="checkbox"
            checked={chosen.includes(word)}
            onChange={() =>
              onChoose(chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word])
            }
          />
          <span>{names[word]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Snippet({ title, text }: { title: string; text: string }) {
  const [told, setTold] = useState("");
  const copy = async () =>
    setTold((await copyText(text)) ? "Copied" : "The clipboard is closed to this page: copy it from the field.");
  return (
    <div className="snippet">
      <label>
        <span>{title}</span>
        <textarea readOnly rows={4} value={text} onFocus={({ target }) => target.select()} />
      </label>
      <button type="button" className="btn" aria-label={`Copy: ${title}`} onClick={copy}>
        Copy
      </button>
      <span role="status">{told}</span>
    </div>
  );
}

import { useState } from "react";
import type { EmbedAction } from "../../store/experiment/embedChoice";
import { useActions } from "../ui/actionsContext";
import { Later } from "../ui/Later";
import "./embed.css";

const fetchCited = async () => (await import("../figureMenu/FigureMenuPanel")).RunCitation;
const LATE = <p>The script of the citation is still on its way.</p>;

interface EmbedActionsProps {
  actions: readonly EmbedAction[];
  /** Query of the whole page in this state. */
  link: string | null;
  onPresent: () => void;
}

/** What can be done with the run as a whole, as links beside the heading; charts have menus of their own. */
export function EmbedActions({ actions, link, onPresent }: EmbedActionsProps) {
  const { copyLink, saveRun } = useActions();
  const [copied, setCopied] = useState<string | null>(null);
  const [isCited, setCited] = useState(false);
  return (
    <>
      <p className="embed-actions">
        {actions.includes("present") ? (
          <button type="button" aria-haspopup="dialog" onClick={onPresent}>
            Present
          </button>
        ) : null}
        {actions.includes("json") ? (
          <button type="button" onClick={saveRun}>
            Save the run
          </button>
        ) : null}
        {actions.includes("link") ? (
          <button
            type="button"
            onClick={() => copyLink().then(({ link: text, outcome }) => setCopied(outcome === "copied" ? "" : text))}
          >
            Copy link
          </button>
        ) : null}
        {actions.includes("cite") ? (
          <button type="button" aria-expanded={isCited} onClick={() => setCited(!isCited)}>
            Cite
          </button>
        ) : null}
        {link === null ? null : (
          <a href={link} target="_blank" rel="noreferrer">
            Open this run in APO Lab
          </a>
        )}
        <span role="status">
          {copied === null ? null : copied === "" ? (
            <span>Link copied</span>
          ) : (
            <input readOnly aria-label="Link to this state" value={copied} onFocus={({ target }) => target.select()} />
          )}
        </span>
      </p>
      {isCited ? (
        <div className="embed-cited">
          <Later fetchPart={fetchCited} late={LATE} />
        </div>
      ) : null}
    </>
  );
}

import { useState } from "react";
import type { EmbedAction } from "../../store/experiment/embedChoice";
import { useActions } from "../ui/actionsContext";
import "./embed.css";

interface EmbedActionsProps {
  actions: readonly EmbedAction[];
  /** Query of the whole page in this state. */
  link: string | null;
}

/** What can be taken away of the run as a whole, as links beside the heading; charts have menus of their own. */
export function EmbedActions({ actions, link }: EmbedActionsProps) {
  const { copyLink, saveRun } = useActions();
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <p className="embed-actions">
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
  );
}

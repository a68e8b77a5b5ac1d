import { useEffect, useState } from "react";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { Roving } from "../ui/Roving";
import { useMediaQuery } from "../ui/useMediaQuery";
import "./pageTools.css";

const SHOWN_MS = 2500;

/** Copy link, lessons and help: one tab stop, the arrow keys move between them. */
export function PageTools({ onHelp }: { onHelp: () => void }) {
  const actions = useActions();
  const isNarrow = useMediaQuery("(max-width: 480px)"); // help leads to the lessons too
  return (
    <Roving label="Page" className="tools">
      <CopyLink />
      {isNarrow ? null : (
        <button
          type="button"
          className="btn square quiet lessons-button"
          aria-label="Lessons"
          title="Lessons: what to do, and what is seen then"
          aria-haspopup="dialog"
          data-roving
          tabIndex={-1}
          onClick={() => actions.setLesson("list")}
        >
          <Icon name="book" />
        </button>
      )}
      <button
        type="button"
        className="btn square quiet"
        aria-label="Help"
        title="Help (?)"
        data-roving
        tabIndex={-1}
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
    </Roving>
  );
}

function CopyLink() {
  const actions = useActions();
  const [copied, setCopied] = useState<{ link: string; outcome: "copied" | "shown" } | null>(null);
  useEffect(() => {
    if (copied?.outcome !== "copied") return;
    const timer = setTimeout(() => setCopied(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="copy-link">
      <button
        type="button"
        className="btn square quiet"
        aria-label="Copy link"
        title="Copy a link to this state, moves included"
        data-roving
        tabIndex={0}
        onClick={() => actions.copyLink().then(setCopied)}
      >
        <Icon name={copied?.outcome === "copied" ? "check" : "share"} />
      </button>
      <span role="status" className={copied ? "bubble" : "hidden"}>
        {copied?.outcome === "copied" ? <span>Link copied</span> : null}
        {copied?.outcome === "shown" ? <LinkField link={copied.link} onClose={() => setCopied(null)} /> : null}
      </span>
    </span>
  );
}

/** Where the clipboard is closed to us: the link in a field to copy from. */
function LinkField({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <input
      type="text"
      readOnly
      aria-label="Link to this state"
      value={link}
      // biome-ignore lint/a11y/noAutofocus: it is opened to be copied from at once
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={onClose}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    />
  );
}

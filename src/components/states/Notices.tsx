import { useEffect, useRef, useState } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import type { NoticeAction, StoredNotice } from "../../store/experiment/noticeState";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { RunName } from "../ui/MathSymbol";
import { PHONE, useMediaQuery } from "../ui/useMediaQuery";
import { Card, type CardModel } from "./Card";
import { RetrainingBar, useRetraining } from "./RetrainingBar";
import { useStoppedRuns } from "./useStoppedRuns";
import "./notices.css";

/** Cards at once: where there is little room, one. */
const MOST = 3;

/**
 * What went wrong or is worth knowing, newest last, each with the way on. A strip of its own over the charts, so that it covers
 * neither them nor a button; what needs no answer goes away by itself, but not while somebody reads it.
 */
export function Notices() {
  const actions = useActions();
  const notices = useExperiment((state) => state.notices);
  const isEmbedded = useExperiment((state) => state.display.layout === "embed");
  const isLost = useExperiment(({ status, step }) => status === "failed" && step > 0);
  const isSmall = useMediaQuery(PHONE) || isEmbedded;
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = useIsHidden() || isPointedAt || isFocused;
  const cards = [
    ...useStoppedRuns().map((stopped) => ({ ...stopped, action: null })),
    ...notices.map((notice) => ({ card: cardOf(notice, actions.dismissNotice), action: notice.action, button: null })),
    ...useRetraining().map((card) => ({ ...card, button: null })),
  ].slice(isSmall ? -1 : -MOST);
  const strip = useRef<HTMLElement>(null);
  const count = cards.length;
  useEffect(() => {
    // what is removed with the focus in it or under the pointer tells of no leaving
    if (count === 0) setPointedAt(false);
    if (count === 0 || !strip.current?.contains(document.activeElement)) setFocused(false);
  }, [count]);
  return (
    <section
      ref={strip}
      className="notices"
      aria-label="Notices"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {cards.map(({ card, action, button }) => (
        <Card key={card.key} card={card} isHeld={isHeld}>
          {button ? (
            <button
              type="button"
              className="btn primary"
              aria-label={button.text}
              title={isEmbedded ? unsetText(button.text) : undefined}
              onClick={button.act}
            >
              {isEmbedded ? <span>Rewind</span> : <RunName name={button.text} />}
            </button>
          ) : null}
          {action === "retraining" ? <RetrainingBar /> : action === null ? null : <ActionButton action={action} />}
          {action === "layOver" ? <ActionButton action="showFile" /> : null}
          {isLost && card.level === "error" && action !== null ? <ActionButton action="saveRun" /> : null}
        </Card>
      ))}
    </section>
  );
}

function cardOf(notice: StoredNotice, dismiss: (id: number) => void): CardModel {
  const { id, level, title, detail, remedy, action, waited } = notice;
  const stays = level === "error" || action !== null || waited !== undefined;
  return { key: String(id), level, title, text: `${detail} ${remedy}`, stays, onDismiss: () => dismiss(id) };
}

const ACTION_NAMES: Record<NoticeAction | "showFile" | "saveRun", string> = {
  layOver: "Lay it over the race",
  showFile: "Show it instead",
  continueOnWasm: "Go on with WASM",
  retry: "Try again",
  bringBack: "Bring it back",
  continueRace: "Continue the race",
  trainAgain: "Train it again",
  saveExperiment: "Save the experiment",
  goOn: "Go on with it",
  takeUpdate: "Take the update",
  saveRun: "Save the run",
};

function ActionButton({ action }: { action: keyof typeof ACTION_NAMES }) {
  const actions = useActions();
  return (
    <button type="button" className="btn primary" onClick={() => void actions[action]()}>
      {ACTION_NAMES[action]}
    </button>
  );
}

/** Whether the page is hidden behind another tab. */
function useIsHidden(): boolean {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const follow = () => setHidden(document.visibilityState === "hidden");
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, []);
  return isHidden;
}

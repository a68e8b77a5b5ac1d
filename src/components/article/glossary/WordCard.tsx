import { useEffect, useRef } from "react";
import { entryOf } from "../../../config/tables/glossary/glossary";
import { ARTICLE_PLACES, articleAnchor } from "../../../config/tables/glossary/places";
import { MathText } from "../../ui/MathSymbol";
import { usePageWays } from "../../ui/pageWays";
import { useAskedWord } from "./askedWord";
import "../../ui/word.css";
import "./wordCard.css";

/** Pixels between a word and its card, and from the window's sides. */
const GAP = 6;
const SIDE = 8;

/** One entry of the glossary beside the word that asked for it. Escape, and a click elsewhere, close it. */
export function WordCard() {
  const { word, button, close } = useAskedWord();
  const ways = usePageWays();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const onToggle = ({ newState }: ToggleEvent) => {
      // A press of the button closes the card; the one that opened it is over by now.
      if (newState === "open") button.popoverTargetElement = element;
      else close();
    };
    element.addEventListener("toggle", onToggle);
    element.showPopover();
    placeBeside(element, button);
    element.focus({ preventScroll: true });
    return () => {
      button.popoverTargetElement = null;
      element.removeEventListener("toggle", onToggle);
    };
  }, [button, close]);
  const { name, sentence, formula, place } = entryOf(word) ?? { sentence: "The glossary has no such word." };
  const hide = () => card.current?.hidePopover();
  return (
    <div ref={card} popover="auto" role="dialog" aria-label={name ?? word} className="word-card" tabIndex={-1}>
      <p>
        <b>
          <MathText text={word} />
        </b>
        {name ? (
          <span className="muted">
            <MathText text={name} />
          </span>
        ) : null}
      </p>
      <p>
        <MathText text={sentence} />
      </p>
      {formula ? (
        <p className="muted" translate="no">
          <MathText text={formula} />
        </p>
      ) : null}
      <p className="word-ways">
        {place ? (
          <a href={`#${articleAnchor(place)}`} onClick={hide}>{`In the article: ${ARTICLE_PLACES[place]}`}</a>
        ) : null}
        <button
          type="button"
          className="word"
          onClick={() => {
            hide();
            ways?.openDialog("glossary");
          }}
        >
          All words
        </button>
      </p>
    </div>
  );
}

/** Under the button, or over it where the window has more room there; it goes with the page when that scrolls. */
function placeBeside(card: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(at.left, clientWidth - card.offsetWidth - SIDE);
  const fits = at.bottom + GAP + card.offsetHeight <= clientHeight || at.top < card.offsetHeight + GAP;
  card.style.left = `${Math.max(SIDE, left) + scrollX}px`;
  card.style.top = `${(fits ? at.bottom + GAP : at.top - GAP - card.offsetHeight) + scrollY}px`;
}

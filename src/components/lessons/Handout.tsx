import { useEffect, useMemo, useRef } from "react";
import type { Lesson } from "../../config/lessons/lesson";
import { useExperiment } from "../../store/experiment/experimentStore";
import { unsetText } from "../../store/words/unsetText";
import { Later } from "../ui/Later";
import { MathText } from "../ui/MathSymbol";
import "./handout.css";

/** What fetches the QR code of an address. */
const codeOf = (address: string) => async () => {
  const { QrSquares } = await import("../take/QrSquares");
  return () => <QrSquares address={address} label="QR code of the link to this lesson" />;
};

/**
 * A lesson on one sheet of paper: what to do, with room to write down what is seen, and the way to it for a camera. What is to be seen
 * stands in the lesson alone.
 */
export function Handout({ lesson: { id, title, about, steps }, onBack }: { lesson: Lesson; onBack: () => void }) {
  const language = useExperiment((state) => state.display.language);
  const link = new URLSearchParams({ lesson: id, ...(language === "auto" ? {} : { lang: language }) });
  const address = `${location.origin}${location.pathname}?${link}`;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const fetchCode = useMemo(() => codeOf(address), [address]);
  return (
    <>
      <p className="handout-acts">
        <button type="button" className="btn" ref={back} onClick={onBack}>
          Back
        </button>
        <button type="button" className="btn primary" onClick={() => print()}>
          Print
        </button>
      </p>
      <section className="handout" aria-label={unsetText(title)}>
        <div className="handout-head">
          <div>
            <h3>
              <MathText text={title} />
            </h3>
            <p>
              <MathText text={about} />
            </p>
            <p className="handout-link">{address}</p>
          </div>
          <Later fetchPart={fetchCode} late={null} />
        </div>
        <ol>
          {steps.map((step) => (
            <li key={step.title}>
              <p>
                <b>
                  <MathText text={step.title} />
                </b>{" "}
                <MathText text={step.text} />
              </p>
              {step.ask ? (
                <>
                  <p>
                    <MathText text={step.ask.question} />
                  </p>
                  <ul className="handout-choices">
                    {step.ask.choices.map(({ says }) => (
                      <li key={says}>
                        <MathText text={says} />
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
              <p className="handout-line">What I see:</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

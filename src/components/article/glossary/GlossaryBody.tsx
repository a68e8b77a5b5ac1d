import { useId, useState } from "react";
import { lookUp } from "../../../config/tables/glossary/glossary";
import { ARTICLE_PLACES, articleAnchor } from "../../../config/tables/glossary/places";
import { MathText } from "../../ui/MathSymbol";
import "./glossary.css";

/** Every symbol, word, method and setting in a sentence, and a field that finds one. */
export function GlossaryBody() {
  const id = useId();
  const [question, setQuestion] = useState("");
  const groups = lookUp(question);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="glossary">
      <p>
        <label htmlFor={id}>Find</label>
        <input
          id={id}
          type="search"
          value={question}
          placeholder="η, damping, KFAC …"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <output htmlFor={id} className="muted">
          {count === 0 ? "No word of the page has this." : `${count} words`}
        </output>
      </p>
      {groups.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {entries.map(({ word, name, sentence, formula, place }) => (
              <div key={word}>
                <dt>
                  <MathText text={word} />
                  {name ? (
                    <span className="muted">
                      <MathText text={name} />
                    </span>
                  ) : null}
                </dt>
                <dd>
                  <MathText text={sentence} />
                  {formula ? (
                    <span className="formula" translate="no">
                      <MathText text={formula} />
                    </span>
                  ) : null}
                  {place ? (
                    <a className="place" href={`#${articleAnchor(place)}`}>
                      {ARTICLE_PLACES[place]}
                    </a>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

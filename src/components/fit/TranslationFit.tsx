import { type CSSProperties, memo, useMemo } from "react";
import type { TranslationsPicture } from "../../config/tables/taskPicture";
import type { TranslatedText, TranslatingRunModel } from "../../store/fit/translationsModel";
import { selectTranslations, type TranslationsModel } from "../../store/fit/translationsSelectors";
import {
  bleuNote,
  bleuText,
  NO_WORDS,
  translationsNote,
  translationsSummary,
  translationsTable,
} from "../../store/fit/translationsWords";
import { FigureMenu } from "../charts/figure/FigureMenu";
import { FigureTable } from "../charts/figure/FigureTable";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import { Icon } from "../ui/Icon";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { chartTestId } from "../ui/testIds";
import "./fit.css";
import "./translations.css";
import "../charts/figure/figure.css";

/** Held-out texts, how a person has translated them, and what each run says now; in the caption each run's BLEU. */
export function TranslationFit() {
  const model = useChartsInTurn(selectTranslations);
  return model ? <Drawn model={model} /> : null;
}

function Drawn({ model }: { model: TranslationsModel }) {
  const { picture, runs } = model;
  const told = useMemo(() => ({ picture, runs }), [picture, runs]);
  return (
    <figure aria-label="Fit" className="chart fit translations" data-chart="fit" data-testid={chartTestId("fit")}>
      <figcaption>
        <b>Translations</b>
        <span className="note">{translationsNote(model)}</span>
        <BleuScores model={model} />
      </figcaption>
      <FigureMenu chart="fit" name="Fit" />
      {/* what follows is the table below, in cards */}
      <ul className="sentences" aria-hidden="true" translate="no">
        {picture.sources.map((source, row) => (
          <Card key={source} picture={picture} row={row} runs={runs} />
        ))}
      </ul>
      <p className="hidden">{translationsSummary(model)}</p>
      <FigureTable model={told} read={translationsTable} />
    </figure>
  );
}

function BleuScores({ model }: { model: TranslationsModel }) {
  const note = bleuNote(model);
  if (note === null) return null;
  return (
    <div className="bleu-scores">
      <span>{note}</span>
      {model.runs.map((run) => (
        <span key={run.run} className="bleu-score">
          <Swatch token={run.token} variant={run.variant} />
          <RunName name={run.name} />
          <span translate="no">{bleuText(run, model.scored?.step ?? null)}</span>
        </span>
      ))}
    </div>
  );
}

interface CardProps {
  picture: TranslationsPicture;
  row: number;
  runs: readonly TranslatingRunModel[];
}

/** One text, its translation, and a line for each run. */
function Card({ picture: { sources, targets, languages }, row, runs }: CardProps) {
  return (
    <li>
      <p className="sentence-source" lang={languages.source.tag}>
        {sources[row]}
      </p>
      <p className="sentence-target" lang={languages.target.tag}>
        {targets[row]}
      </p>
      {runs.map((run) => (
        <AnswerLine
          key={run.run}
          name={run.name}
          token={run.token}
          variant={run.variant}
          answer={run.answers?.[row] ?? null}
          language={languages.target.tag}
        />
      ))}
    </li>
  );
}

interface AnswerLineProps extends Pick<TranslatingRunModel, "name" | "token" | "variant"> {
  answer: TranslatedText | null;
  language: string;
}

const AnswerLine = memo(function AnswerLine({ name, token, variant, answer, language }: AnswerLineProps) {
  return (
    <div className="answer-line" style={{ "--c": `var(--opt-${token})` } as CSSProperties}>
      <Swatch token={token} variant={variant} />
      <RunName name={name} />
      <AnswerText answer={answer} language={language} />
    </div>
  );
});

function AnswerText({ answer, language }: { answer: TranslatedText | null; language: string }) {
  if (!answer?.text) return <span className="answer-text faint">{answer ? NO_WORDS : "–"}</span>;
  const { text, isSame } = answer;
  return (
    <span className={`answer-text ${isSame ? "answer-same" : ""}`} title={text}>
      {isSame ? <Icon name="check" /> : null}
      <span lang={language}>{text}</span>
    </span>
  );
}

import { saidCut } from "../../config/language/said";
import "./mathSymbol.css";

/** A symbol as mathematics prints it: italic letter, upright subscript. "λ_FSD" is λ with the index FSD. */
export function MathSymbol({ symbol }: { symbol: string }) {
  const [letter, index] = symbol.split("_");
  return (
    <span className="m" translate="no">
      <span>{letter}</span>
      {index === undefined ? null : <sub>{index}</sub>}
    </span>
  );
}

/** Not the letter of a method, as in APO-P. */
const SYMBOLS = /(?<!APO-)(λ_FSD|λ_WSD|J_B|mean_B′|η₀|β[₁₂]|\b[PQK]\b|[ηαθμφκγερ])/u;

/** A sentence from a table, with its symbols set as mathematics. */
export function MathText({ text }: { text: string }) {
  return saidCut(text, SYMBOLS).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed sentence never move
    index % 2 === 1 ? <MathSymbol key={index} symbol={part} /> : <span key={index}>{part}</span>,
  );
}

/** A run's name, its symbols set as mathematics; one piece, whatever stands around it. */
export function RunName({ name }: { name: string }) {
  return (
    <span>
      <MathText text={name} />
    </span>
  );
}

/** The same inside an SVG text. */
export function SvgSymbol({ symbol }: { symbol: string }) {
  const [letter, index] = symbol.split("_");
  return (
    <>
      <tspan className="sym">{letter}</tspan>
      {index === undefined ? null : (
        <>
          <tspan className="sub" dy={3}>
            {index}
          </tspan>
          <tspan dy={-3}>&#8201;</tspan>
        </>
      )}
    </>
  );
}

/** A sentence inside an SVG text, with its symbols set as mathematics; those with an index bring a thin space of their own. */
export function SvgText({ text }: { text: string }) {
  return saidCut(text, SYMBOLS).map((part, index, parts) => {
    const isSymbol = index % 2 === 1;
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed sentence never move
    if (isSymbol) return <SvgSymbol key={index} symbol={part} />;
    return parts[index - 1]?.includes("_") ? part.trimStart() : part;
  });
}

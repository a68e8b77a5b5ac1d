import { useId, useState } from "react";
import type { Mark } from "../../../config/formulas/exercises";
import { Answered } from "./Answered";

interface NumberAnswerProps {
  label: string;
  judge: (answer: number) => Mark;
}

const NO_NUMBER: Mark = { isRight: false, says: "Write a number, such as 0.25." };

/** A field for a number and its check. A comma counts as a point, and a fraction as what it comes to. */
export function NumberAnswer({ label, judge }: NumberAnswerProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [mark, setMark] = useState<Mark | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const answer = numberIn(text);
        setMark(answer === null ? NO_NUMBER : judge(answer));
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMark(null);
        }}
      />
      <button type="submit" className="btn">
        Check
      </button>
      <Answered mark={mark} />
    </form>
  );
}

/** "0.25", "0,25" or "1/4"; null where it is no number. */
function numberIn(text: string): number | null {
  const [above = "", below, ...rest] = text
    .replaceAll(",", ".")
    .split("/")
    .map((part) => part.trim());
  const value = above === "" || below === "" || rest.length > 0 ? Number.NaN : Number(above) / Number(below ?? 1);
  return Number.isFinite(value) ? value : null;
}

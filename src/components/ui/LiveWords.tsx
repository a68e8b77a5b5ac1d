import { useEffect, useState } from "react";
import { chartStore, useCharts } from "../../store/experiment/experimentStore";
import { liveText } from "../../store/scenes/liveText";
import { unsetText } from "../../store/words/unsetText";
import { MathText } from "./MathSymbol";

/** A sentence with the numbers of the step of the race that the charts show. */
export function LiveWords({ text }: { text: string }) {
  const live = useCharts((state) => liveText(text, state));
  return (
    <span>
      <MathText text={live} />
    </span>
  );
}

/** The same as it is said once, in a status: with the numbers of when it came. */
export function ToldOnce({ text }: { text: string }) {
  const [told, setTold] = useState("");
  useEffect(() => setTold(unsetText(liveText(text, chartStore.getState()))), [text]);
  return <span>{told}</span>;
}

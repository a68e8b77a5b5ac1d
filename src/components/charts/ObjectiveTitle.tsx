import { MathSymbol } from "../MathSymbol";

/** Q = loss + λ_FSD FSD + λ_WSD WSD, each term in its colour: title and key of the chart at once. */
export function ObjectiveTitle() {
  return (
    <>
      <MathSymbol symbol="Q" /> = <i className="part loss">loss</i> +{" "}
      <i className="part fsd">
        <MathSymbol symbol="λ_FSD" /> FSD
      </i>{" "}
      +{" "}
      <i className="part wsd">
        <MathSymbol symbol="λ_WSD" /> WSD
      </i>
    </>
  );
}

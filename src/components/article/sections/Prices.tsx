import { MathSymbol } from "../../ui/MathSymbol";
import { Word } from "../../ui/Word";
import { LiveShare } from "../LiveShare";
import { SectionHeading } from "../SectionHeading";

/** What each λ prices, and what the other does not see. */
export function Prices() {
  return (
    <>
      <SectionHeading place="prices" />
      <p>
        <Word word="λ_FSD" /> is the price of what a step does to the outputs. <Word word="λ_WSD" /> is the price of
        what it does to the weights. To WSD all directions are alike. FSD asks what a direction does: one that the
        outputs do not feel is free, one that turns them over is dear.
      </p>
      <LiveShare />
      <p>
        So <MathSymbol symbol="λ_FSD" /> shapes the step, and <MathSymbol symbol="λ_WSD" /> bounds it where the outputs
        feel nothing. With both at zero only the loss on the batch is left: the cheapest step then fits this batch,
        whatever that does elsewhere.
      </p>
    </>
  );
}

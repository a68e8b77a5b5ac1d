import { useEffect } from "react";
import { usePageWays } from "../ui/pageWays";
import { Word } from "../ui/Word";
import { AmortizedBill } from "./AmortizedBill";
import { Exercises } from "./exercises/Exercises";
import { LiveEquation } from "./LiveEquation";
import { leadToPlace } from "./leadToPlace";
import { PresetSentences } from "./PresetSentences";
import { SectionHeading } from "./SectionHeading";
import { Algorithm } from "./sections/Algorithm";
import { Family } from "./sections/Family";
import { Ideal } from "./sections/Ideal";
import { Interval } from "./sections/Interval";
import { Learned } from "./sections/Learned";
import { Prices } from "./sections/Prices";
import { Proximal } from "./sections/Proximal";
import { Sources } from "./sections/Sources";
import { Spectrum } from "./sections/Spectrum";
import { TermList } from "./TermList";
import "../ui/mathSymbol.css";
import "./article.css";

/** The article under its head, with the numbers of the run on screen. */
export function ArticleBody() {
  useEffect(leadToPlace, []);
  const ways = usePageWays();
  return (
    <div className="article-body">
      <p>
        A candidate step <Word word="θ′" /> is charged for the{" "}
        <Word word="J_B">
          <span className="term loss">loss</span>
        </Word>{" "}
        it leaves on this batch, for how far it moves the network’s outputs on other data, the{" "}
        <Word word="FSD">
          <span className="term fsd">function-space discrepancy</span>
        </Word>{" "}
        (FSD), and for how far it moves the weights, the{" "}
        <Word word="WSD">
          <span className="term wsd">weight-space discrepancy</span>
        </Word>{" "}
        (WSD). The best step is the cheapest one.
      </p>
      <LiveEquation />
      <TermList />
      <Proximal />
      <Family />
      <SectionHeading place="amortize" />
      <AmortizedBill />
      <Algorithm />
      <Prices />
      <Interval />
      <Learned />
      <Ideal />
      <Spectrum />
      <SectionHeading place="believe" />
      <p>
        All methods here see the same data, the same start and the same batches in the same order, and each starts from
        settings tuned with the same budget where the table says so. APO looks one step ahead and no further. What that
        is good for, and where it loses, is seen in these presets, on every seed they were tested on.
      </p>
      <PresetSentences />
      <p>
        What the poster claims, with its numbers, stands beside what this page’s methods come to:{" "}
        <button
          type="button"
          className="btn poster-link"
          aria-haspopup="dialog"
          onClick={() => ways?.openDialog("poster")}
        >
          The poster, here
        </button>
      </p>
      <Exercises />
      <Sources />
    </div>
  );
}

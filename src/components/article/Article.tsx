import { memo } from "react";
import { MathSymbol } from "../ui/MathSymbol";
import { AmortizedBill } from "./AmortizedBill";
import { FamilyTable } from "./FamilyTable";
import { LiveEquation } from "./LiveEquation";
import { LiveShare } from "./LiveShare";
import { PresetSentences } from "./PresetSentences";
import { StartingValue } from "./StartingValue";
import { Term } from "./Term";
import { TermList } from "./TermList";
import "./article.css";
import "../ui/mathSymbol.css";

interface ArticleProps {
  onPoster: () => void;
  onGlossary: () => void;
}

/** What APO weighs and why, with the numbers of the run on screen. */
export const Article = memo(function Article({ onPoster, onGlossary }: ArticleProps) {
  return (
    <article id="article" tabIndex={-1}>
      <h2>How far should one step go?</h2>
      <p>
        Every optimizer answers this at every step. Gradient descent takes the answer from a learning rate somebody
        chose. Amortized Proximal Optimization takes it from a price list.
      </p>
      <p>
        A candidate step <MathSymbol symbol="θ′" /> is charged for the <span className="term loss">loss</span> it leaves
        on this batch, for how far it moves the network’s outputs on other data, the{" "}
        <span className="term fsd">function-space discrepancy</span> (<Term symbol="FSD" />
        ), and for how far it moves the weights, the <span className="term wsd">weight-space discrepancy</span> (
        <Term symbol="WSD" />
        ). The best step is the cheapest one.
      </p>
      <LiveEquation />
      <TermList onGlossary={onGlossary} />
      <LiveShare />
      <AmortizedBill />
      <h3>What APO can learn</h3>
      <p>
        APO-η learns learning rates: <MathSymbol symbol="φ" /> is the logarithm of the learning rate of SGD, SGDm,
        RMSprop or Adam, one for all layers or one for each. APO-P learns a matrix for each layer,{" "}
        <span className="m">P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ</span>, that turns a gradient into a step. It is positive
        semidefinite for any <span className="m">A</span>, <span className="m">B</span> and <span className="m">S</span>
        , and needs no inverse. The chart of eigenvalues shows which directions it has learned to take in long steps,
        and which in short ones.
      </p>
      <h3>Known methods, the same objective</h3>
      <p>
        Keep each term exact, approximate it, or drop it, and known methods come back. All can race: click a row, and
        the run starts again with that method in it. Natural gradient knows no WSD; here <MathSymbol symbol="λ_WSD" /> ={" "}
        <StartingValue optimizer="natural-gradient" name="lambdaWsd" />, unless it is set, bounds its steps, and a
        slider can take that away.
      </p>
      <FamilyTable />
      <p>
        APO keeps every term exact as well, and pays for it once every <MathSymbol symbol="K" /> steps.
      </p>
      <h3>What to believe</h3>
      <p>
        All methods here see the same data, the same start and the same batches in the same order, and each starts from
        settings tuned with the same budget where the table says so. APO looks one step ahead and no further. What that
        is good for, and where it loses, is seen in these presets, on every seed they were tested on.
      </p>
      <PresetSentences />
      <p>
        What the poster claims, with its numbers, stands beside what this page’s methods come to:{" "}
        <button type="button" className="btn poster-link" aria-haspopup="dialog" onClick={onPoster}>
          The poster, here
        </button>
      </p>
      <p className="source">
        Method: Bae, Vicol, HaoChen and Grosse, <cite>Amortized Proximal Optimization</cite>, NeurIPS 2022 (arXiv
        2203.00089). Grids, starting values and the direction of the KL divergence are choices of this page, not the
        paper’s.
      </p>
    </article>
  );
});

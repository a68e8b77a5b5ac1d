import { memo, useRef } from "react";
import { Boundary } from "../states/Boundary";
import { fetchAhead, Later } from "../ui/Later";
import { useNearOrLedTo } from "./useNearOrLedTo";
import "./article.css";

const fetchBody = async () => (await import("./ArticleBody")).ArticleBody;
/** A failure is told where the body is drawn, which fetches again. */
const fetchBodyAhead = () => void fetchAhead(fetchBody).catch(() => {});

const LATE = <p className="muted">The rest of the article is still on its way: a slow line can do that.</p>;

/** What APO weighs and why. Its head stands at once; the rest is drawn when it comes near, is led to, looked for or printed. */
export const Article = memo(function Article() {
  const article = useRef<HTMLElement>(null);
  const isWanted = useNearOrLedTo(article, fetchBodyAhead);
  return (
    <article id="article" tabIndex={-1} ref={article}>
      <h2 id="article-price" tabIndex={-1}>
        How far should one step go?
      </h2>
      <p>
        Every optimizer answers this at every step. Gradient descent takes the answer from a learning rate somebody
        chose. Amortized Proximal Optimization takes it from a price list.
      </p>
      {isWanted ? (
        <Boundary around="figure">
          <Later fetchPart={fetchBody} late={LATE} />
        </Boundary>
      ) : null}
    </article>
  );
});

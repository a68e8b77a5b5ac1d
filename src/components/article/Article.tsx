import { memo, useRef } from "react";
import { Boundary } from "../states/Boundary";
import { Later } from "../ui/Later";
import { useNearOrLedTo } from "./useNearOrLedTo";
import "./article.css";

const fetchBody = async () => (await import("./ArticleBody")).ArticleBody;

const LATE = <p className="muted">The rest of the article is still on its way: a slow line can do that.</p>;

/** What APO weighs and why. Its head stands at once; the rest is fetched when it comes near, is led to, or may be printed. */
export const Article = memo(function Article() {
  const article = useRef<HTMLElement>(null);
  const isWanted = useNearOrLedTo(article);
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

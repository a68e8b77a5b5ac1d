import { ARTICLE_PLACES, type ArticlePlace, articleAnchor } from "../../config/tables/glossary/places";

/** The heading of a section of the article, which links lead to. */
export function SectionHeading({ place }: { place: ArticlePlace }) {
  return (
    <h3 id={articleAnchor(place)} tabIndex={-1}>
      {ARTICLE_PLACES[place]}
    </h3>
  );
}

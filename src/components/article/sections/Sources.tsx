import { SectionHeading } from "../SectionHeading";
import { SOURCES } from "./sourceList";

/** What the article rests on, with what in it is this page's own. */
export function Sources() {
  return (
    <>
      <SectionHeading place="sources" />
      <ul className="sources" translate="no">
        {SOURCES.map(({ authors, title, where, url }) => (
          <li key={url} lang="en">
            {authors}:{" "}
            <a href={url} lang="en">
              {title}
            </a>
            . {where}.
          </li>
        ))}
      </ul>
      <p className="source">
        Grids, starting values and the direction of the KL divergence are choices of this page, not the paper’s.
      </p>
    </>
  );
}

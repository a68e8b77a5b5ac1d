import { Word } from "./Word";

interface TableHeadProps {
  titles: readonly string[];
  /** Titles that open what they mean, with the words of the glossary. */
  words?: Readonly<Record<string, string>>;
}

/** The head of a table: one column header for each title. */
export function TableHead({ titles, words = {} }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {titles.map((title) => {
          const word = words[title];
          return (
            <th key={title} scope="col">
              {word === undefined ? title : <Word word={word}>{title}</Word>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Sections of the article that explain something, by the end of their anchor, with their headings. */
export const ARTICLE_PLACES = {
  price: "How far should one step go?",
  proximal: "The proximal point",
  family: "Known methods, the same objective",
  amortize: "Why amortize",
  algorithm: "Algorithm 1, line by line",
  prices: "The two prices",
  interval: "K, and what it saves",
  learned: "What APO can learn",
  ideal: "Where P goes",
  spectrum: "What the spectrum says",
  believe: "What to believe",
  exercises: "Three exercises",
  sources: "Sources",
} as const;

export type ArticlePlace = keyof typeof ARTICLE_PLACES;

/** The id of a section's heading. */
export const articleAnchor = (place: ArticlePlace): string => `article-${place}`;

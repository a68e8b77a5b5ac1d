/** Words that tell English from German, as they stand in a text: no part of a name, an address or a setting. */
export const ENGLISH =
  /(?<![\p{L}\d_./=-])(the|of|and|is|are|which|this|that|with|from|for|its|it|each|by|to|or|at|steps?|your|where|what|than|seeds?|runs|loss|rate|figure|shown?|after|before|has|have)(?![\p{L}\d_/=-]|\.\p{L})/iu;

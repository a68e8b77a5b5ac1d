/** Steps done by lesson as a browser keeps them: "lambda-fsd:3,own-rate:1". What cannot be read is left out. */
export function parseProgress(text: string | null): Record<string, number> {
  const entries = (text ?? "").split(",").flatMap((part) => {
    const [, id, steps] = /^([\w-]+):(\d{1,3})$/.exec(part) ?? [];
    return id === undefined ? [] : [[id, Number(steps)] as const];
  });
  return Object.fromEntries(entries);
}

/** The other way. */
export const formatProgress = (progress: Readonly<Record<string, number>>): string =>
  Object.entries(progress)
    .map(([id, steps]) => `${id}:${steps}`)
    .join();

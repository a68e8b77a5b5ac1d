/** Does something with a part whose script is fetched when it is first asked for, and again after a failure. */
export function onDemand<Part>(
  open: () => Promise<Part>,
): <Result>(act: (part: Part) => Result | Promise<Result>) => Promise<Result> {
  let coming: Promise<Part> | null = null;
  return async (act) => {
    coming ??= open();
    coming.catch(() => {
      coming = null;
    });
    return act(await coming);
  };
}

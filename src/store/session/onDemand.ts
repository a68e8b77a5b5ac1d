/** Does something with a part whose script is fetched when it is first asked for, and again after a failure. */
export function onDemand<Part>(open: () => Promise<Part>): (act: (part: Part) => void) => void {
  let coming: Promise<Part> | null = null;
  return (act) => {
    coming ??= open();
    coming.catch(() => {
      coming = null;
    });
    void coming.then(act);
  };
}

/** What calls wait for, and what settles it. */
export function gate() {
  let open = () => {};
  let fail = (_: Error) => {};
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  promise.catch(() => {}); // each call tells of it
  return { promise, open, fail, isNew: true };
}

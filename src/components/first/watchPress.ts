/**
 * What resolves once no pointer is down, or after `patienceMs`: a click comes behind it, and a control that is replaced meanwhile would not
 * hear it.
 */
export function watchPress(patienceMs = Number.POSITIVE_INFINITY): () => Promise<void> {
  let isDown = false;
  addEventListener("pointerdown", () => {
    isDown = true;
  });
  for (const type of ["pointerup", "pointercancel"])
    addEventListener(type, () => {
      isDown = false;
    });
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  return async () => {
    const until = performance.now() + patienceMs;
    while (isDown && performance.now() < until) await later(16);
    await later(0);
  };
}

/** Tells the size that a figure needs, now and whenever it is another; what is returned ends that. */
export function tellSize(figure: HTMLElement, tell: (size: { width: number; height: number }) => void): () => void {
  let told = "";
  const look = () => {
    const size = { width: innerWidth, height: neededHeight(figure) };
    if (JSON.stringify(size) === told) return;
    told = JSON.stringify(size);
    tell(size);
  };
  const observer = new ResizeObserver(look);
  for (const part of [figure, ...figure.children]) observer.observe(part);
  return () => observer.disconnect();
}

/** Height at which nothing is cut off and no chart is lower than it should be; it does not depend on the frame's own height. */
function neededHeight(main: HTMLElement): number {
  const charts = main.querySelector<HTMLElement>(".embed-charts");
  if (!charts) return main.scrollHeight;
  const spare = [...charts.querySelectorAll<HTMLElement>(".grows .plot")].reduce((least, plot) => {
    const wanted = Number.parseFloat(getComputedStyle(plot).minHeight);
    return Math.min(least, plot.clientHeight - wanted);
  }, Number.POSITIVE_INFINITY);
  const rows = getComputedStyle(charts).gridTemplateRows.split(" ").length;
  const { height } = main.getBoundingClientRect();
  return Math.ceil(Number.isFinite(spare) ? height - rows * Math.max(0, spare) : height);
}

/**
 * Elements that people point at and cannot reach, each as a sentence: at the centre of it lies another element that is neither in it,
 * nor its label, nor around it. Each is scrolled into view first. Runs in the page, by itself, in any engine.
 * @param part a selector: looks at what is in there
 */
export function coveredElements(part: string): string[] {
  const targets = "a[href], button, input, select, textarea, summary, [tabindex], [role=slider], figure";
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}"`;
  /** The part of an element that its ancestors let be seen; what is a pixel large is there for the keyboard alone. */
  const visibleBox = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (around === document.body || window.getComputedStyle(around).overflow === "visible") continue;
      const box = around.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
  };
  const takesPointer = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && window.getComputedStyle(element).pointerEvents !== "none";
  const modal = document.querySelector("dialog:modal");
  const labelsOf = (element: Element) => [...((element as HTMLInputElement).labels ?? [])];
  const faults: string[] = [];
  for (const element of document.querySelectorAll(`:is(${part}) :is(${targets})`)) {
    if (!takesPointer(element) || (modal && !modal.contains(element))) continue;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const center = visibleBox(element);
    if (!center || center.x < 0 || center.y < 0) continue;
    const { x, y } = center;
    if (x >= window.innerWidth || y >= window.innerHeight) continue; // it cannot be scrolled to
    const hit = document.elementFromPoint(x, y);
    const reaches = (one: Element) => one.contains(hit) || hit?.contains(one);
    if ([element, ...labelsOf(element)].some(reaches)) continue;
    faults.push(`${nameOf(element)} lies under ${hit ? nameOf(hit) : "nothing"}`);
  }
  return faults;
}

/** The share of an element, by a grid of spots, that one sees and could point at: in the window, and under nothing else. Runs in the page. */
export function shareInSight(element: Element): number {
  const { left, top, width, height } = element.getBoundingClientRect();
  const spots = 20;
  let seen = 0;
  for (let row = 0; row < spots; row++)
    for (let column = 0; column < spots; column++) {
      const hit = document.elementFromPoint(
        left + ((column + 0.5) / spots) * width,
        top + ((row + 0.5) / spots) * height,
      );
      if (hit && element.contains(hit)) seen++;
    }
  return seen / spots ** 2;
}

/** Closes the dialog around a control, which gives the focus back to what opened it: a talk that is shown next gives it back there too. */
export function closeAround(control: Element): void {
  control.closest("dialog")?.close();
}

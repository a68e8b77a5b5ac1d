/** Where the focus goes when a lesson or their list closes, as what was open has it no longer: to what opens the list. */
export function focusLessonsButton(): void {
  const button =
    document.querySelector<HTMLElement>(".lessons-button") ?? document.querySelector(".tools > :last-child");
  if (button instanceof HTMLElement) button.focus();
}

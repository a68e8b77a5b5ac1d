/** Keys of a remote clicker, and what leaves a slide: the host's, whatever has the focus. */
export const OF_HOST = /^(PageUp|PageDown|Escape)$/;

/** Keys that turn a slide where the figure itself does nothing with them. */
export const ELSE_OF_HOST = /^(Arrow(Up|Down|Left|Right)|Home|End)$/;

/** A key as the host is told of it; the figure's page does nothing with it. */
export function takeForHost(event: KeyboardEvent) {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  event.preventDefault();
  event.stopImmediatePropagation();
  return { type: "event", name: "key", value: { key, code, shiftKey, ctrlKey, altKey, metaKey } } as const;
}

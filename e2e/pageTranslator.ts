import type { Page } from "@playwright/test";

interface TranslatedWindow {
  /** What was done to texts that the translator has taken out of the page: written where nobody sees it, or looked for in vain. */
  lostTexts: string[];
}

/**
 * Does to every page from now on what a browser's translator does: each text node becomes one in `<font><font>`, now and whenever
 * the page changes. It minds no `translate="no"`, as some do not; drawings have no `font`.
 */
export async function translatePages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lostTexts: string[] = [];
    Object.assign(window, { lostTexts });
    const taken = new WeakSet<Node>();
    const wrap = (text: Text) => {
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || parent.tagName === "FONT" || parent.closest("svg, script, style")) return;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = text.data;
      outer.append(inner);
      taken.add(text);
      text.replaceWith(outer);
    };
    const wrapAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      if (root instanceof Text) texts.push(root);
      for (const text of texts) wrap(text);
    };
    new MutationObserver((changes) => {
      for (const { addedNodes, target, type } of changes) {
        if (type === "characterData") wrapAll(target);
        for (const node of addedNodes) wrapAll(node);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
    const { removeChild, insertBefore } = Node.prototype;
    Node.prototype.removeChild = function <T extends Node>(child: T): T {
      if (taken.has(child)) lostTexts.push(`"${child.nodeValue}" is to be taken out of ${(this as Element).outerHTML}`);
      return removeChild.call(this, child) as T;
    };
    Node.prototype.insertBefore = function <T extends Node>(child: T, next: Node | null): T {
      if (next && taken.has(next)) lostTexts.push(`before "${next.nodeValue}" in ${(this as Element).outerHTML}`);
      return insertBefore.call(this, child, next) as T;
    };
    for (const [prototype, name] of [
      [Node.prototype, "nodeValue"],
      [CharacterData.prototype, "data"],
    ] as const) {
      const { get, set } = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
      Object.defineProperty(prototype, name, {
        get,
        set(text: string) {
          if (taken.has(this)) lostTexts.push(`${get?.call(this)} -> ${text}`);
          set?.call(this, text);
        },
      });
    }
  });
}

/** What the page has done in vain so far. */
export function lostTextsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as TranslatedWindow).lostTexts);
}

/** Styles within the element: its frame is out of sight until it is ready, and what stands in its place after that. */
const STYLE = `
:host { display: block }
:host([hidden]) { display: none }
div { height: 100% }
iframe { display: block; width: 100%; height: 420px; min-height: 100%; border: 0 }
iframe:not(.ready) { position: absolute; visibility: hidden; width: min(100%, 640px) }
:host(:not([style*=position])) { position: relative }
.bare iframe:not(.ready) { position: static; visibility: visible }
iframe.ready + slot { display: none }
@media print { :not(.bare) > iframe { display: none } iframe.ready + slot { display: contents } }
`;

/** Makes what stands in an element: by elements and a sheet without one, as the policy of the page may refuse markup and inline styles. */
export function dress(root: ShadowRoot, isBare: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  if (isBare) box.className = "bare";
  box.append(document.createElement("slot"));
  root.replaceChildren(box);
}

/** Styles within the element: its frame is out of sight until it is ready, and what stands in its place after that. */
export const STYLE = `
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

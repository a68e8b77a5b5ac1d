import "./sheets";
import "./gallery.css";
import { createRoot } from "react-dom/client";
import { Gallery } from "./Gallery";
import { showCase } from "./showCase";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element with the id root.");
const root = createRoot(element);

/** The list of all cases, or (`#loss-empty`) one of them. */
function show() {
  const name = location.hash.slice(1);
  if (name === "") root.render(<Gallery />);
  else showCase(root, name);
}

const theme = new URLSearchParams(location.search).get("theme");
if (theme) document.documentElement.dataset.theme = theme;
window.addEventListener("hashchange", show);
show();

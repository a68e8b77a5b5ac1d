import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { ActionsProvider } from "./components/actionsContext";
import { openSession } from "./store/session";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/knobs.css";
import "./styles/charts.css";
import "./styles/chartBar.css";
import "./styles/scrubber.css";
import "./styles/fit.css";
import "./styles/comparison.css";
import "./styles/views.css";
import "./styles/spectrum.css";
import "./styles/landscape.css";
import "./styles/effect.css";
import "./styles/ledger.css";
import "./styles/gap.css";
import "./styles/sweepMap.css";
import "./styles/lookahead.css";
import "./styles/walk.css";
import "./styles/article.css";
import "./styles/states.css";
import "./styles/csv.css";
import "./styles/dialog.css";
import "./styles/embed.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");

createRoot(root).render(
  <ActionsProvider value={openSession()}>
    <App />
  </ActionsProvider>,
);

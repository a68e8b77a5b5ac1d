import "./styles/layers.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shared.css";
import { createRoot } from "react-dom/client";
import { showFirstPage } from "./components/first/showFirstPage";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element with the id root.");

showFirstPage(createRoot(element), () => import("./lab"));

import "./styles/layers.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shared.css";
import { createRoot } from "react-dom/client";
import { showFirstPage } from "./components/first/showFirstPage";
import { languageOf, speakLanguage } from "./jsx/speak";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element with the id root.");

const language = languageOf(location.search);
const show = () => showFirstPage(createRoot(element), () => import("./lab"));
if (language === "en") show();
else speakLanguage(language).then(show, show);

import "./styles/layers.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shared.css";
import { createRoot } from "react-dom/client";
import { showFirstPage } from "./components/first/showFirstPage";
import { languageOf } from "./jsx/speak";

const show = () => showFirstPage(createRoot(document.getElementById("root") as HTMLElement), () => import("./lab"));
if (languageOf(location.search) === "en") show();
else import("./jsx/speakLanguage").then(({ speakLanguage }) => speakLanguage("de")).then(show, show);

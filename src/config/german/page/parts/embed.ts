import type { Words } from "../../words";

/** Embeds, the presenter and the first page. */
export const GERMAN_EMBED_OF_PARTS: Words = {
  "The script of the citation is still on its way.": "Das Skript der Quellenangabe ist noch unterwegs.",
  "Save the run": "Den Lauf speichern",
  Cite: "Zitieren",
  "Open this run in APO Lab": "Diesen Lauf in APO Lab öffnen",
  "step {0}": "Schritt {0}",
  "Chart before": "Voriges Diagramm",
  "{0}{1} of {2}": "{0}{1} von {2}",
  "Next chart": "Nächstes Diagramm",
  "Scene before": "Vorige Szene",
  Scene: "Szene",
  "Next scene": "Nächste Szene",
  "Start this scene over": "Diese Szene von vorn",
  "Whole screen": "Ganzer Bildschirm",
  "The browser opened no second window: allow popups for this page. The notes are here.":
    "Der Browser hat kein zweites Fenster geöffnet: Popups für diese Seite erlauben. Die Notizen stehen hier.",
  "The scenes are on their way.": "Die Szenen sind unterwegs.",
  Scrubber: "Regler der vergangenen Schritte",
  "A figure of this experiment for a post, slides or a notebook, with all moves made so far.":
    "Eine Abbildung dieses Experiments für einen Beitrag, Folien oder ein Notebook, mit allen bisherigen Änderungen.",
  "Size {0}": "Größe {0}",
  "As an element": "Als Element",
  "As an iframe": "Als iframe",
  "The figure as it will stand there": "Die Abbildung, wie sie dort stehen wird",
  Copied: "Kopiert",
  "The clipboard is closed to this page: copy it from the field.":
    "Die Zwischenablage ist für diese Seite gesperrt: aus dem Feld kopieren.",
  "Copy: {0}": "Kopieren: {0}",
  Copy: "Kopieren",
  "What the runs learn is drawn here once they train.":
    "Was die Läufe lernen, wird hier gezeichnet, sobald sie trainieren.",
  "What the runs have learned": "Was die Läufe gelernt haben",
  "Nothing is trained yet.": "Noch ist nichts trainiert.",
  "The rest of the page is loading.": "Der Rest der Seite wird geladen.",
  "The terms of Q in a recorded run.": "Die Teile von Q in einem aufgezeichneten Lauf.",
  "The script of this figure cannot be loaded: {0} Check the connection and press again.":
    "Das Skript dieser Abbildung kann nicht geladen werden: {0} Die Verbindung prüfen und noch einmal drücken.",
  "The page's script is still loading: a slow line can do that. Wait, or load the page again.":
    "Das Skript der Seite wird noch geladen: Das kann an einer langsamen Leitung liegen. Warten, oder die Seite neu laden.",
  "The page's script cannot be loaded: {0} Check the connection and load the page again.":
    "Das Skript der Seite kann nicht geladen werden: {0} Die Verbindung prüfen und die Seite neu laden.",
};

import type { Words } from "../../words";

/** The device: what is looked for, and what was found. */
export const GERMAN_DEVICE_OF_WORKER: Words = {
  "No spectrum for {0} at step {1}": "Kein Spektrum für {0} bei Schritt {1}",
  "Training goes on, and the chart keeps the last spectrum. Lower the run's learning rate, then press Reset.":
    "Das Training geht weiter, und das Diagramm behält das letzte Spektrum. Die Lernrate des Laufs senken, dann zurücksetzen.",
  "The browser keeps no files for this page.": "Der Browser bewahrt für diese Seite keine Dateien auf.",
  "The browser has no room for it.": "Der Browser hat keinen Platz dafür.",
  "{0} is not kept": "{0} wird nicht aufbewahrt",
  "{0} It stays in memory until this page is closed.": "{0} Es bleibt im Speicher, bis diese Seite geschlossen wird.",
  "Train on it now; after a reload, drop it again.": "Jetzt darauf trainieren; nach einem Neuladen wieder ablegen.",
  "unnamed GPU": "unbenannte GPU",
  "It does not start in this browser; a file of it may be missing on the server.":
    "Es startet in diesem Browser nicht; vielleicht fehlt eine Datei dafür auf dem Server.",
  "out of memory:": "kein Speicher mehr:",
  "Asking the browser for a GPU": "Der Browser wird nach einer GPU gefragt",
  "Starting {0}": "{0} wird gestartet",
  "{0}, so this runs on {1}.": "{0}, also läuft dies auf {1}.",
  "{0} was refused": "{0} wurde abgewiesen",
  "CPU, as chosen.": "CPU, wie gewählt.",
  "WASM, as chosen.": "WASM, wie gewählt.",
  "The browser did not answer about its GPU": "Der Browser gab keine Antwort zu seiner GPU",
  "No WebGPU adapter here": "Hier gibt es keinen WebGPU-Adapter",
  "{0}, so this runs on WASM.": "{0}, also läuft dies auf WASM.",
  ", on a software adapter ({0}): correct, but slow.": ", auf einem Software-Adapter ({0}): richtig, aber langsam.",
  "WebGPU, as chosen{0}": "WebGPU, wie gewählt{0}",
  "The only WebGPU adapter is software ({0}), so this runs on WASM.":
    "Der einzige WebGPU-Adapter ist Software ({0}), also läuft dies auf WASM.",
  "WebGPU was refused, so this runs on WASM.": "WebGPU wurde abgewiesen, also läuft dies auf WASM.",
  "A step of this race took {0} on WebGPU and {1} on WASM, so this runs on {2}.":
    "Ein Schritt dieses Rennens dauerte {0} auf WebGPU und {1} auf WASM, also läuft dies auf {2}.",
  "Starting WebGPU": "WebGPU wird gestartet",
  "Trying the race on WebGPU": "Das Rennen wird auf WebGPU versucht",
  "Trying the race on WASM": "Das Rennen wird auf WASM versucht",
  "A gradient differs from the CPU's by {0} relative; at most {1} is accepted.":
    "Ein Gradient weicht relativ um {0} von dem der CPU ab; höchstens {1} wird angenommen.",
  "No WebGPU adapter": "Kein WebGPU-Adapter",
  "WASM runs without its fast kernels": "WASM läuft ohne seine schnellen Kernel",
  "This browser has no WebAssembly SIMD. The numbers are the same to rounding, and a step takes longer.":
    "Dieser Browser hat kein WebAssembly SIMD. Die Zahlen sind bis auf Rundung dieselben, und ein Schritt dauert länger.",
  "Use a browser from 2023 or later for the full speed.":
    "Für die volle Geschwindigkeit einen Browser von 2023 oder später nehmen.",
  "This browser offers no GPU to pages, so the race runs on WASM. The numbers are the same to rounding.":
    "Dieser Browser gibt Seiten keine GPU, also läuft das Rennen auf WASM. Die Zahlen sind bis auf Rundung dieselben.",
  "Choose Auto or WASM, or open the page in a browser with WebGPU and hardware acceleration turned on.":
    "Auto oder WASM wählen, oder die Seite in einem Browser mit WebGPU und eingeschalteter Hardwarebeschleunigung öffnen.",
  "The browser does not answer about its GPU": "Der Browser gibt keine Antwort zu seiner GPU",
  "It was asked for one and said nothing for {0} seconds, so the race runs on WASM. The numbers are the same to rounding.":
    "Er wurde nach einer gefragt und sagte {0} Sekunden lang nichts, also läuft das Rennen auf WASM. Die Zahlen sind bis auf Rundung dieselben.",
  "Restart the browser to try the GPU again, or choose WebGPU to wait for it.":
    "Den Browser neu starten, um die GPU noch einmal zu versuchen, oder WebGPU wählen, um darauf zu warten.",
  "{0} is not used": "{0} wird nicht genutzt",
  "The race runs on {0}. {1}": "Das Rennen läuft auf {0}. {1}",
  "Reload the page to try {0} again.": "Die Seite neu laden, um {0} noch einmal zu versuchen.",
  "This browser has WebAssembly turned off": "WebAssembly ist in diesem Browser ausgeschaltet",
  "A lockdown or enhanced security mode does that.": "Ein Lockdown- oder erweiterter Sicherheitsmodus tut das.",
  "Allow it for this site in the browser's settings, then load the page again.":
    "Es für diese Website in den Einstellungen des Browsers erlauben, dann die Seite neu laden.",
  "This site's security policy forbids WebAssembly": "Die Sicherheitsrichtlinie dieser Website verbietet WebAssembly",
  "The browser said: {0}": "Der Browser sagte: {0}",
  "Whoever runs the site can add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.":
    "Wer die Website betreibt, kann 'wasm-unsafe-eval' zu script-src in ihrer Content-Security-Policy hinzufügen.",
  "The landscape could not be computed": "Die Landschaft konnte nicht berechnet werden",
  "{0} Training goes on without it.": "{0} Das Training geht ohne sie weiter.",
  "Move the starting point, or close the view and open it again.":
    "Den Anfangspunkt verschieben, oder die Ansicht schließen und wieder öffnen.",
  "Images of an archive": "Bilder eines Archivs",
  "The archive of {0} cannot be read any more": "Das Archiv von {0} kann nicht mehr gelesen werden",
  "{0} It may have been deleted in another tab.": "{0} Vielleicht wurde es in einem anderen Tab gelöscht.",
  "Drop {0} again.": "{0} noch einmal ablegen.",
  "{0} A folder cannot be read, nor a file that was changed or moved since it was chosen.":
    "{0} Ein Ordner kann nicht gelesen werden, und keine Datei, die seit der Auswahl geändert oder verschoben wurde.",
  "Data loaded": "Daten geladen",
  "Looking for a device": "Ein Gerät wird gesucht",
  "Preparing {0} runs": "{0} Läufe werden vorbereitet",
  "Compiling the first step": "Der erste Schritt wird kompiliert",
  Ready: "Bereit",
  "its script was not loaded.": "sein Skript wurde nicht geladen.",
  "nothing was heard of it for {0} seconds.": "{0} Sekunden lang war nichts von ihm zu hören.",
  "it said nothing for {0} seconds.": "er sagte {0} Sekunden lang nichts.",
  "Starting the device": "Das Gerät wird gestartet",
  "Seed {0}, {1} of {2}": "Startwert {0}, {1} von {2}",
  "Loading the task": "Die Aufgabe wird geladen",
  "Row {0} of {1}": "Zeile {0} von {1}",
  "Training loss became {0} after step {1}.": "Der Trainingsverlust wurde {0} nach Schritt {1}.",
  "unknown browser": "unbekannter Browser",
  "Training worker started": "Trainings-Worker gestartet",
  "state of {0}": "Zustand von {0}",
};

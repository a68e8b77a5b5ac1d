import type { Words } from "../../words";

/** Notices of the workers. */
export const GERMAN_NOTICES_OF_WORKER: Words = {
  "{0} of run {1} cannot change now": "{0} von Lauf {1} kann jetzt nicht geändert werden",
  "The race has no such run, its method does not read that setting, or it acts at the start only.":
    "Das Rennen hat keinen solchen Lauf, sein Verfahren liest diese Einstellung nicht, oder sie wirkt nur am Anfang.",
  "Change one of the live controls, or set it before the race restarts.":
    "Einen der sofort wirkenden Regler bewegen, oder es setzen, bevor das Rennen neu beginnt.",
  "The race is over": "Das Rennen ist vorbei",
  "It has taken {0} steps, and no run has any left.": "Es hat {0} Schritte getan, und kein Lauf hat noch welche.",
  "Set more steps in Methods and settings to go on from here, or press Reset to run it again from step 0.":
    "Unter Verfahren und Einstellungen mehr Schritte setzen, um von hier weiterzugehen, oder zurücksetzen, um es ab Schritt 0 noch einmal laufen zu lassen.",
  "No meta-update to step to": "Kein Meta-Update, zu dem zu gehen wäre",
  "This race has no run {0} that makes meta-updates; APO-P and APO-η do.":
    "Dieses Rennen hat keinen Lauf {0}, der Meta-Updates macht; APO-P und APO-η machen welche.",
  "Race APO-P or APO-η, or press Step for one optimizer step.":
    "APO-P oder APO-η antreten lassen, oder Schritt drücken für einen Schritt des Optimierers.",
  "The experiment cannot start": "Das Experiment kann nicht beginnen",
  "Training stopped at step {0}": "Das Training ist bei Schritt {0} stehen geblieben",
  "Reset runs it again; another device or fewer runs may help. What has been trained stays on screen.":
    "Zurücksetzen lässt es noch einmal laufen; ein anderes Gerät oder weniger Läufe helfen vielleicht. Was trainiert wurde, bleibt zu sehen.",
  "The WebGPU device was lost at step {0}": "Das WebGPU-Gerät ging bei Schritt {0} verloren",
  "{0} is gone: {1}. What has been trained stays on screen.": "{0} ist weg: {1}. Was trainiert wurde, bleibt zu sehen.",
  "The GPU": "Die GPU",
  "Run it again on WASM, or press Reset to try WebGPU once more.":
    "Noch einmal auf WASM laufen lassen, oder zurücksetzen, um WebGPU noch einmal zu versuchen.",
  "The WebGPU device failed at step {0}": "Das WebGPU-Gerät versagte bei Schritt {0}",
  "{0} reported: {1}. What has been trained stays on screen.":
    "{0} meldete: {1}. Was trainiert wurde, bleibt zu sehen.",
  "{0} stopped answering at step {1}": "{0} antwortete bei Schritt {1} nicht mehr",
  "Nothing came of {0} for {1} seconds. What has been trained stays on screen.":
    "Von {0} kam {1} Sekunden lang nichts. Was trainiert wurde, bleibt zu sehen.",
  "the work": "der Arbeit",
  "Try again, or choose another device.": "Noch einmal versuchen, oder ein anderes Gerät wählen.",
  "The race runs in one worker": "Das Rennen läuft in einem Worker",
  "A second one did not start: {0} The numbers are the same; steps take longer.":
    "Ein zweiter ist nicht gestartet: {0} Die Zahlen sind dieselben; Schritte dauern länger.",
  "Reload the page to try again.": "Die Seite neu laden, um es noch einmal zu versuchen.",
  "The further seeds stopped": "Die weiteren Startwerte sind stehen geblieben",
  "{0} Those that are trained stay on screen, and the race goes on.":
    "{0} Was trainiert ist, bleibt zu sehen, und das Rennen geht weiter.",
  "Train them again; fewer seeds or a shorter race may help.":
    "Noch einmal trainieren; weniger Startwerte oder ein kürzeres Rennen helfen vielleicht.",
  "The sweep map stopped": "Die Karte ist stehen geblieben",
  "{0} Cells that were trained stay on screen, and the race goes on.":
    "{0} Trainierte Zellen bleiben zu sehen, und das Rennen geht weiter.",
  "Compute the map again; fewer steps for each cell or a smaller batch may help.":
    "Die Karte noch einmal berechnen; weniger Schritte je Zelle oder ein kleinerer Batch helfen vielleicht.",
  "for more than 5 seconds": "seit mehr als 5 Sekunden",
  "What has been trained stays on screen.": "Was trainiert wurde, bleibt zu sehen.",
  "The second training worker does not answer": "Der zweite Trainings-Worker antwortet nicht",
  "Nothing was heard of it {0}: it computes for long, hangs, or was ended by the browser.{1}":
    "{0} war nichts von ihm zu hören: Er rechnet lange, hängt, oder der Browser hat ihn beendet.{1}",
  "Wait, or press Reset for new workers.": "Warten, oder zurücksetzen für neue Worker.",
  "Still waiting for the work at step {0}": "Bei Schritt {0} lässt die Arbeit noch auf sich warten",
  "{0} has worked on it {1}.{2}": "{0} arbeitet {1} daran.{2}",
  "Wait, or press Reset.": "Warten, oder zurücksetzen.",
  "{0} has not answered {1}: it is slow, or it hangs.{2}":
    "{0} hat {1} nicht geantwortet: Es ist langsam, oder es hängt.{2}",
  "Wait, press Reset, or go on with WASM.": "Warten, zurücksetzen, oder mit WASM weitermachen.",
  "{0}: nothing new {1}.": "{0}: nichts Neues {1}.",
  "Still waiting for the data": "Die Daten lassen noch auf sich warten",
  "{0} A slow line can do that, or a server that does not answer.":
    "{0} Das kann an einer langsamen Leitung liegen, oder an einem Server, der nicht antwortet.",
  "Wait, press Reset to ask again, or choose another task.":
    "Warten, zurücksetzen, um noch einmal zu fragen, oder eine andere Aufgabe wählen.",
  "Still waiting for the device": "Das Gerät lässt noch auf sich warten",
  "{0} A busy machine or a slow line can do that, or a GPU that hangs.":
    "{0} Das kann an einem beschäftigten Rechner oder einer langsamen Leitung liegen, oder an einer GPU, die hängt.",
  "Wait, choose WASM as the device, or press Reset.": "Warten, WASM als Gerät wählen, oder zurücksetzen.",
  "Still waiting for the first step": "Der erste Schritt lässt noch auf sich warten",
  "{0} Compiling takes long on some machines; a GPU that hangs looks the same.":
    "{0} Kompilieren dauert auf manchen Rechnern lange; eine GPU, die hängt, sieht ebenso aus.",
};

import type { Words } from "../../words";

/** The sweep map and the spectrum, in sentences. */
export const GERMAN_SWEEP_OF_STORE: Words = {
  "No ideal is drawn here: (H + λ_FSD G + λ_WSD I)⁻¹ has a closed form only where H and G are the same at every θ. Choose the task Linear regression to see it.":
    "Hier wird kein Ideal gezeichnet: (H + λ_FSD G + λ_WSD I)⁻¹ hat nur dort eine geschlossene Form, wo H und G bei jedem θ dieselben sind. Die Aufgabe Lineare Regression wählen, um es zu sehen.",
  "No ideal is drawn: no method of this race weighs λ_FSD and λ_WSD. Add APO-P to see it.":
    "Es wird kein Ideal gezeichnet: Kein Verfahren dieses Rennens wägt λ_FSD und λ_WSD ab. APO-P hinzufügen, um es zu sehen.",
  "λ_FSD G + λ_WSD I has no inverse at these prices: the linearised form does not exist.":
    "λ_FSD G + λ_WSD I hat bei diesen Preisen keine Inverse: Die linearisierte Form gibt es nicht.",
  "H + λ_FSD G + λ_WSD I has no inverse at these prices: raise λ_WSD to see the ideal.":
    "H + λ_FSD G + λ_WSD I hat bei diesen Preisen keine Inverse: λ_WSD erhöhen, um das Ideal zu sehen.",
  "estimate {0}": "Schätzung {0}",
  "{0} of {1} layers": "{0} von {1} Schichten",
  all: "alle",
  "est. {0}": "gesch. {0}",
  "Spectrum: not measured yet.": "Spektrum: noch nicht gemessen.",
  "its geometric mean known to {0}": "ihr geometrisches Mittel auf {0} bekannt",
  "an estimate": "eine Schätzung",
  "{0} has no preconditioner that does not depend on the gradient, so there is no spectrum.":
    "{0} hat keinen Vorkonditionierer, der nicht vom Gradienten abhängt, also gibt es kein Spektrum.",
  "Eigenvalues of the preconditioner of {0} at step {1}: {2}.":
    "Eigenwerte des Vorkonditionierers von {0} bei Schritt {1}: {2}.",
  ", condition number {0}": ", Konditionszahl {0}",
  "{0} to {1}{2}": "{0} bis {1}{2}",
  "at λ_FSD {0} and λ_WSD {1} of {2}": "bei λ_FSD {0} und λ_WSD {1} von {2}",
  "In closed form{0}: {1}.": "In geschlossener Form{0}: {1}.",
  "not measured yet": "noch nicht gemessen",
  "Spectrum over time: not measured yet.": "Spektrum über der Zeit: noch nicht gemessen.",
  "Eigenvalues of {0} at step {1}: {2}.{3}": "Eigenwerte von {0} bei Schritt {1}: {2}.{3}",
  "{0}, seed {1}": "{0}, Startwert {1}",
  "another file or other columns": "eine andere Datei oder andere Spalten",
  "batches of {0}": "Batches von {0}",
  "a run of {0} steps": "einen Lauf von {0} Schritten",
  "{0} with {1}": "{0} mit {1}",
  "diverged. {0}": "divergiert. {0}",
  "loss {0}{1}": "Verlust {0}{1}",
  "not computed yet": "noch nicht berechnet",
  "mean training loss": "mittlerer Trainingsverlust",
  "learning rate η": "Lernrate η",
  "{0} of {1} after {2} steps each{3}": "{0} von {1} nach je {2} Schritten{3}",
  ", recorded, seed {0}": ", aufgezeichnet, Startwert {0}",
  "Colours are one continuous scale.": "Die Farben sind eine stetige Skala.",
  "Colours are one continuous scale: how far seeds put one cell apart is not known here.":
    "Die Farben sind eine stetige Skala: Wie weit Startwerte eine Zelle auseinanderbringen, ist hier nicht bekannt.",
  "seeds {0} to {1}": "Startwerte {0} bis {1}",
  "Equal colours: no further apart than {0} put one cell, a factor of {1}.":
    "Gleiche Farben: nicht weiter auseinander, als {0} eine Zelle bringen, ein Faktor von {1}.",
  "λ_FSD {0} at λ_WSD {1}": "λ_FSD {0} bei λ_WSD {1}",
  "All {0} cells are level with the least loss.": "Alle {0} Zellen liegen gleichauf mit dem kleinsten Verlust.",
  "{0} cells are level with the least loss: {1}.": "{0} Zellen liegen gleichauf mit dem kleinsten Verlust: {1}.",
  "{0} cells": "{0} Zellen",
  "about {0}": "etwa {0}",
  "Sweep map: not computed yet.": "Karte: noch nicht berechnet.",
  "seed {0}, {1} steps each{2}": "Startwert {0}, je {1} Schritte{2}",
  ", recorded": ", aufgezeichnet",
  "{0} of {1} pairs of prices so far": "{0} von {1} Preispaaren bisher",
  "{0} pairs of prices": "{0} Preispaare",
  "It was {0} there.": "Dort war es {0}.",
  "Sweep map of {0} on {1}, {2}: {3}.{4}": "Karte von {0} bei {1}, {2}: {3}.{4}",
  "Lowest mean training loss {0} at {1}.": "Kleinster mittlerer Trainingsverlust {0} bei {1}.",
  "{0} diverged.": "{0} sind divergiert.",
  "It was made for {0}, not for what is on the page now.":
    "Sie wurde für {0} berechnet, nicht für das, was jetzt auf der Seite ist.",
  "stopped by a failure": "durch einen Fehler stehen geblieben",
};

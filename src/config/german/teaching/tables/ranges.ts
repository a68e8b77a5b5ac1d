import type { Words } from "../../words";

/** Settings as some methods read them. */
export const RANGE_WORDS: Words = {
  "Starting learning rate": "Anfangslernrate",
  "Where the adapted step size starts: P = η₀·I, or η = η₀.":
    "Wo die angepasste Schrittweite startet: P = η₀·I, oder η = η₀.",
  "Step size of the meta-optimizer on A, B and S; above 0.02 a run can diverge.":
    "Schrittweite des Meta-Optimierers auf A, B und S; über 0,02 kann ein Lauf divergieren.",
  "Share of the last step that the next one keeps, after preconditioning, outside the lookahead.":
    "Anteil des letzten Schritts, den der nächste behält, nach der Vorkonditionierung, außerhalb des Vorausblicks.",
  "Step size of the meta-optimizer on log η: 0.1 changes η by about a tenth per meta-update.":
    "Schrittweite des Meta-Optimierers auf log η: 0,1 ändert η um etwa ein Zehntel je Meta-Update.",
  "Decay of the average squared gradient.": "Abklingen des mittleren quadrierten Gradienten.",
  "Added to RMSprop's denominator.": "Wird zum Nenner von RMSprop addiert.",
  "Added to EKFAC's curvature; more damping brings its step nearer to the gradient.":
    "Wird zur Krümmung von EKFAC addiert; mehr Dämpfung bringt seinen Schritt näher an den Gradienten.",
  "Decay of the running averages of EKFAC's factors and of its scaling.":
    "Abklingen der laufenden Mittel von EKFACs Faktoren und von seiner Skalierung.",
  "Steps from one update of EKFAC's factors and scaling to the next.":
    "Schritte von einer Aktualisierung von EKFACs Faktoren und Skalierung zur nächsten.",
  "Basis period": "Periode der Basen",
  "Steps from one renewal of EKFAC's eigenbases to the next.":
    "Schritte von einer Erneuerung von EKFACs Eigenbasen zur nächsten.",
  "Largest change of the predictions that an EKFAC step may make, in its quadratic model.":
    "Größte Änderung der Vorhersagen, die ein EKFAC-Schritt machen darf, in seinem quadratischen Modell.",
  "Share of the last step that the next one keeps, after preconditioning.":
    "Anteil des letzten Schritts, den der nächste behält, nach der Vorkonditionierung.",
  "Both accumulated moments start at ε·I.": "Beide angesammelten Momente starten bei ε·I.",
  "Root period": "Periode der Wurzeln",
  "Steps from one computation of the inverse fourth roots to the next.":
    "Schritte von einer Berechnung der inversen vierten Wurzeln zur nächsten.",
  "Price of moving the weights; the learning rate is its inverse, so it cannot be 0.":
    "Preis für die Bewegung der Gewichte; die Lernrate ist sein Kehrwert, also kann er nicht 0 sein.",
  "Price of moving the weights, added to G; at 0 the step is by the pseudo-inverse of G.":
    "Preis für die Bewegung der Gewichte, zu G addiert; bei 0 nimmt der Schritt die Pseudoinverse von G.",
  "Price of moving the weights, added to the curvature of the loss.":
    "Preis für die Bewegung der Gewichte, zur Krümmung des Verlusts addiert.",
  "Starting damping": "Anfangsdämpfung",
  "Added to the curvature, then adapted by how well the model foretold the last step; 0 turns it off.":
    "Wird zur Krümmung addiert, dann danach angepasst, wie gut das Modell den letzten Schritt vorhergesagt hat; 0 schaltet sie aus.",
};

import type { Words } from "../../words";

/** The lesson about K and its price. */
export const META_PRICE_WORDS: Words = {
  "K and the price": "K und der Preis",
  "Judging a step costs passes over the data. K says how seldom that is paid.":
    "Einen Schritt zu beurteilen kostet Durchgänge durch die Daten. K sagt, wie selten das bezahlt wird.",
  "Two habits.": "Zwei Gewohnheiten.",
  "Two runs of APO-P: one judges P at every step, K = 1, the other at every tenth, K = 10. Press Play, and let them come to the end.":
    "Zwei Läufe von APO-P: Einer beurteilt P bei jedem Schritt, K = 1, der andere bei jedem zehnten, K = 10. Abspielen drücken und bis zum Ende laufen lassen.",
  "In loss over all data they end within a fifth of each other: see the table under the charts.":
    "Im Verlust über alle Daten enden sie höchstens ein Fünftel auseinander: siehe die Tabelle unter den Diagrammen.",
  "Read the bill.": "Die Rechnung lesen.",
  "A meta-update adds three passes forward and one back. Open the cost ledger, under Inside the optimizer.":
    "Ein Meta-Update fügt drei Vorwärtsdurchgänge und einen Rückwärtsdurchgang hinzu. Das Kostenbuch öffnen, unter Im Optimierer.",
  "Scroll down to Inside the optimizer, and press Cost ledger.":
    "Bis Im Optimierer nach unten rollen und Kostenbuch drücken.",
  "So far K = 1 has paid {0} passes over a batch, K = 10 {1}: six tenths of that or less.":
    "Bis hier hat K = 1 {0} Durchgänge durch einen Batch bezahlt, K = 10 {1}: höchstens sechs Zehntel davon.",
  "Compare at equal price.": "Bei gleichem Preis vergleichen.",
  "Under the charts, let the x-axis count gradients in the place of steps.":
    "Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen.",
  "The line of K = 10 now ends where the other is little more than halfway.":
    "Die Kurve von K = 10 endet jetzt, wo die andere wenig mehr als die Hälfte hat.",
  "Once more, rarer.": "Noch einmal, noch seltener.",
  "Press Reset.": "Zurücksetzen drücken.",
  "Step 0. The sliders are those of the first run.": "Schritt 0. Die Regler sind die des ersten Laufs.",
  "Every fiftieth step.": "Jeder fünfzigste Schritt.",
  "Move K of the first run to 50.": "K des ersten Laufs auf 50 stellen.",
  "Drag the slider K to the right end, or type 50 on it. On a phone it is behind Controls.":
    "Den Regler K ganz nach rechts ziehen oder darauf 50 eintippen. Auf dem Handy ist er hinter Steuerung.",
  "Its P now learns from a few meta-updates alone.": "Sein P lernt jetzt nur noch aus wenigen Meta-Updates.",
  "It paid {0} passes; its loss ends at most half as much again above that of K = 10. Nothing is left to save: nearly all passes are those of steps.":
    "Er hat {0} Durchgänge bezahlt; sein Verlust endet höchstens um die Hälfte über dem von K = 10. Zu sparen ist nichts mehr: Fast alle Durchgänge sind die der Schritte.",
};

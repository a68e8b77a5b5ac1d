import type { Words } from "../../words";

/** The scenes price-of-k. */
export const PRICE_OF_K_SCENE_WORDS: Words = {
  "Two habits. In loss over all data they end within a fifth of each other: see the table under the charts.":
    "Zwei Gewohnheiten. Im Verlust über alle Daten enden sie höchstens ein Fünftel auseinander: siehe die Tabelle unter den Diagrammen.",
  "Two habits. Two runs of APO-P: one judges P at every step, K = 1, the other at every tenth, K = 10. Press Play, and let them come to the end.":
    "Zwei Gewohnheiten. Zwei Läufe von APO-P: Einer beurteilt P bei jedem Schritt, K = 1, der andere bei jedem zehnten, K = 10. Abspielen drücken und bis zum Ende laufen lassen.",
  "Read the bill. So far K = 1 has paid {0} passes over a batch, K = 10 {1}: six tenths of that or less.":
    "Die Rechnung lesen. Bis hier hat K = 1 {0} Durchgänge durch einen Batch bezahlt, K = 10 {1}: höchstens sechs Zehntel davon.",
  "Read the bill. A meta-update adds three passes forward and one back. Open the cost ledger, under Inside the optimizer.":
    "Die Rechnung lesen. Ein Meta-Update fügt drei Vorwärtsdurchgänge und einen Rückwärtsdurchgang hinzu. Das Kostenbuch öffnen, unter Im Optimierer.",
  "Compare at equal price. The line of K = 10 now ends where the other is little more than halfway.":
    "Bei gleichem Preis vergleichen. Die Kurve von K = 10 endet jetzt, wo die andere wenig mehr als die Hälfte hat.",
  "Compare at equal price. Under the charts, let the x-axis count gradients in the place of steps.":
    "Bei gleichem Preis vergleichen. Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen.",
  "K of APO-P K 1 is 50 now. It paid {0} passes; its loss ends at most half as much again above that of K = 10. Nothing is left to save: nearly all passes are those of steps.":
    "K von APO-P K 1 ist jetzt 50. Er hat {0} Durchgänge bezahlt; sein Verlust endet höchstens um die Hälfte über dem von K = 10. Zu sparen ist nichts mehr: Fast alle Durchgänge sind die der Schritte.",
  "Once more, rarer. Press Reset. Every fiftieth step. Move K of the first run to 50. And see. Press Play, and let them come to the end.":
    "Noch einmal, noch seltener. Zurücksetzen drücken.\nJeder fünfzigste Schritt. K des ersten Laufs auf 50 stellen.\nUnd ansehen. Abspielen drücken und bis zum Ende laufen lassen.",
};

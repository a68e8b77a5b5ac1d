import type { Words } from "../../words";

/** The views, in sentences. */
export const GERMAN_VIEWS_OF_STORE: Words = {
  "the trace of P": "die Spur von P",
  "the step length ‖θ′ − θ‖": "die Schrittlänge ‖θ′ − θ‖",
  "the function change FSD": "die Funktionsänderung FSD",
  "{0} of {1} went from {2} to {3} at step {4}": "{0} von {1} ging von {2} auf {3} bei Schritt {4}",
  "{0}; take a step to see what changes.": "{0}; einen Schritt tun, um zu sehen, was sich ändert.",
  "the step before it and the one after": "dem Schritt davor und dem danach",
  "{0} steps before and after": "{0} Schritten davor und danach",
  "{0}; no meta-step on both sides of it yet.": "{0}; noch kein Meta-Schritt auf beiden Seiten davon.",
  "{0}; between {1}, {2}.": "{0}; zwischen {1}: {2}.",
  "{0}stayed as it was": "{0}blieb gleich",
  "{0}went from {1} to {2}": "{0}ging von {1} auf {2}",
  "{0}hardly changed ({1} to {2})": "{0}änderte sich kaum (von {1} auf {2})",
  "{0}fell by {1} % ({2} to {3})": "{0}fiel um {1} % (von {2} auf {3})",
  "{0}rose by {1} % ({2} to {3})": "{0}stieg um {1} % (von {2} auf {3})",
  "{0}rose {1}-fold ({2} to {3})": "{0}stieg auf das {1}-fache (von {2} auf {3})",
  "Choose Linear regression, where it is known at every step, or a small network such as Noisy sine or Two spirals.":
    "Lineare Regression wählen, wo er bei jedem Schritt bekannt ist, oder ein kleines Netz wie Verrauschter Sinus oder Zwei Spiralen.",
  "those of {0}": "denen von {0}",
  "APO-P's defaults on this task": "den Standardwerten von APO-P bei dieser Aufgabe",
  "λ_FSD {0} and λ_WSD {1}{2}": "λ_FSD {0} und λ_WSD {1}{2}",
  "in step {0}": "in Schritt {0}",
  "Here λ_WSD counts as at least {0}: below, a network's Q has many minima.":
    "Hier zählt λ_WSD mindestens als {0}: Darunter hat das Q eines Netzes viele Minima.",
  "The exact step θ* minimises Q on the same B and B′, with a method's own λ_FSD and λ_WSD where it reads both, else {0}: {1}.{2}":
    "Der exakte Schritt θ* minimiert Q auf denselben B und B′, mit den λ_FSD und λ_WSD des Verfahrens, wo es beide liest, sonst {0}: {1}.{2}",
  "{0}, smoothed": "{0}, geglättet",
  "Distance to the exact proximal step": "Abstand zum exakten proximalen Schritt",
  "Cosine to the exact proximal step": "Kosinus zum exakten proximalen Schritt",
  "; at the best η for Q, η*, it is {0}": "; beim besten η für Q, η*, ist er {0}",
  "From where {0} stands at step {1}, no single η comes closer than {2}{3}.":
    "Von dort, wo {0} bei Schritt {1} steht, kommt kein einzelnes η näher als {2}{3}.",
  "The {0} ball is larger than the picture: in all of it that price is less than the gain.":
    "Die {0}-Kugel ist größer als das Bild: Überall darin ist jener Preis kleiner als der Gewinn.",
  "{0}: being computed.": "{0}: wird berechnet.",
  "{0}, θ = {1}: loss {2}, least loss {3}.": "{0}, θ = {1}: Verlust {2}, kleinster Verlust {3}.",
  "With λ_WSD {0} the WSD ball has radius {1}.": "Mit λ_WSD {0} hat die WSD-Kugel den Radius {1}.",
  "With λ_FSD {0} the FSD ball ends where FSD is {1}.": "Mit λ_FSD {0} endet die FSD-Kugel, wo FSD {1} ist.",
  "The exact proximal point is {0}.": "Der exakte Proximalpunkt ist {0}.",
  "{0} after {1} steps: {2}, loss {3}.{4}": "{0} nach {1} Schritten: {2}, Verlust {3}.{4}",
  "{0}, its meta-step ÷ K = {1}: {2}": "{0}, davon für den Meta-Schritt ÷ K = {1}: {2}",
  "Cost of a step: nothing trained yet.": "Kosten eines Schritts: noch nichts trainiert.",
  "Cost of one step: {0}.": "Kosten eines Schritts: {0}.",
  "Only APO weighs a step before it takes it, and none races. Add APO-P or APO-η in Methods and settings.":
    "Nur APO wägt einen Schritt ab, bevor es ihn tut, und keines ist im Rennen. APO-P oder APO-η unter Verfahren und Einstellungen hinzufügen.",
  "The step to come is drawn where the network is a function of one or two inputs. Choose the task {0} or {1}, or a CSV file with one input column.":
    "Der kommende Schritt wird gezeichnet, wo das Netz eine Funktion von einer oder zwei Eingaben ist. Die Aufgabe {0} oder {1} wählen, oder eine CSV-Datei mit einer Eingabespalte.",
  "The task is being loaded.": "Die Aufgabe wird geladen.",
  "With K {0} step {1} makes no meta-update: φ stays until step {2}.":
    "Mit K {0} macht Schritt {1} kein Meta-Update: φ bleibt bis Schritt {2}.",
  "Step {0} reads the {1} examples of B. Their loss is {2}, the next point of the training loss, and its gradient has length ‖g‖ = {3}.":
    "Schritt {0} liest die {1} Beispiele von B. Ihr Verlust ist {2}, der nächste Punkt des Trainingsverlusts, und sein Gradient hat die Länge ‖g‖ = {3}.",
  "P, as learned so far, turns g into the step θ′ − θ = −P g; the mean eigenvalue of P is {0}.":
    "P, wie bisher gelernt, macht aus g den Schritt θ′ − θ = −P g; der mittlere Eigenwert von P ist {0}.",
  "η, as learned so far, is {0}: it scales the base optimizer's direction d to the step θ′ − θ = −η d.":
    "η, wie bisher gelernt, ist {0}: Es skaliert die Richtung d des Basisoptimierers zum Schritt θ′ − θ = −η d.",
  "{0} Tried out, it has length ‖θ′ − θ‖ = {1} and takes the loss on B from {2} to {3}.":
    "{0} Ausprobiert hat er die Länge ‖θ′ − θ‖ = {1} und bringt den Verlust auf B von {2} auf {3}.",
  "the outputs move by FSD {0}; at λ_FSD {1} that costs {2}.":
    "bewegen sich die Ausgaben um FSD {0}; bei λ_FSD {1} kostet das {2}.",
  "the {0} inputs of B′": "den {0} Eingaben von B′",
  "On {0} {1}": "Auf {0} {1}",
  "{0} So B′ is not read; if it were, on {1} {2}": "{0} Also wird B′ nicht gelesen; würde es gelesen, auf {1} {2}",
  "the scale of P up": "den Maßstab von P nach oben",
  "the scale of P down": "den Maßstab von P nach unten",
  "η up": "η nach oben",
  "η down": "η nach unten",
  longer: "länger",
  shorter: "kürzer",
  "Q would fall if the step were {0}: its slope is {1} per doubling,":
    "Q fiele, wenn der Schritt {0} wäre: Seine Steigung ist {1} je Verdopplung,",
  "{0}and nothing acts on it yet.": "{0}und noch wirkt nichts darauf.",
  "{0}so the meta-update pushes {1}, {2}": "{0}also schiebt das Meta-Update {1}, {2}",
  "at a pace that α {0} sets.": "so schnell wie α {0} es vorgibt.",
  "Its directions are turned and rescaled along with it.": "Seine Richtungen werden dabei mit gedreht und skaliert.",
  "The race is over: this step is not taken any more.": "Das Rennen ist vorbei: Dieser Schritt wird nicht mehr getan.",
  "This run has stopped: it does not take this step any more.": "Dieser Lauf steht: Er tut diesen Schritt nicht mehr.",
  ", and {0} of the step before": ", und {0} des Schritts davor",
  "First φ moves, then θ takes its step on the same B with the new φ{0}. Take it, and the walk goes on with step {1}.":
    "Erst bewegt sich φ, dann tut θ seinen Schritt auf demselben B mit dem neuen φ{0}. Ihn tun, und der Gang geht mit Schritt {1} weiter.",
  "φ stays; θ takes the step that was tried out{0}. Take it, and the walk goes on with step {1}.":
    "φ bleibt; θ tut den ausprobierten Schritt{0}. Ihn tun, und der Gang geht mit Schritt {1} weiter.",
  ", {0} forward an example": ", {0} vorwärts je Beispiel",
  "{0}{1}; a layer that is chosen is the one whose spectrum is drawn over time":
    "{0}{1}; eine gewählte Schicht ist die, deren Spektrum über der Zeit gezeichnet wird",
  "{0} nodes, {1} of them with weights, {2}. The last gives {3}.":
    "{0} Knoten, {1} davon mit Gewichten, {2}. Der letzte gibt {3}.",
  nothing: "nichts",
  "source tokens": "Token der Quelle",
  "tokens said so far": "bisher gesagte Token",
  "no KFAC": "kein KFAC",
  "gives {0}": "gibt {0}",
  "weights {0}": "Gewichte {0}",
  "mean over places": "Mittel über die Orte",
  "to the source": "auf die Quelle",
  "to earlier tokens": "auf frühere Token",
  "to itself": "auf sich selbst",
  "stride {0}": "Schrittweite {0}",
  "{0} heads": "{0} Köpfe",
  "weights of {0}": "Gewichte von {0}",
  "KFAC has a 2×2 block for each channel.": "KFAC hat je Kanal einen 2×2-Block.",
  "KFAC has a factor of the outputs; that of the inputs is t·I, for there are too many of them.":
    "KFAC hat einen Faktor der Ausgaben; der der Eingaben ist t·I, denn es sind zu viele.",
  "KFAC has a factor of the inputs and one of the outputs.":
    "KFAC hat einen Faktor der Eingaben und einen der Ausgaben.",
  "KFAC is not offered on this network.": "KFAC wird bei diesem Netz nicht angeboten.",
  "{0} weights, {1}×{2}. APO-P learns {3}. {4}": "{0} Gewichte, {1}×{2}. APO-P lernt {3}. {4}",
};

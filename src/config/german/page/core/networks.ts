import type { Words } from "../../words";

/** Memory, curvature and the steps of a run. */
export const GERMAN_NETWORKS_OF_CORE: Words = {
  "{0} does not fit in memory": "{0} passt nicht in den Speicher",
  "The network": "Das Netz",
  "The race of one run": "Das Rennen aus einem Lauf",
  "The race of {0} runs": "Das Rennen aus {0} Läufen",
  "{0} would need about {1} at once; there are {2}.": "{0} würde etwa {1} auf einmal brauchen; vorhanden sind {2}.",
  "Its largest buffer would have {0}; this device takes at most {1}.":
    "Sein größter Puffer hätte {0}; dieses Gerät nimmt höchstens {1}.",
  "choose width {0}": "die Breite {0} wählen",
  "take a batch size of {0}": "eine Batchgröße von {0} nehmen",
  "leave out {0}": "{0} weglassen",
  "Choose another network, a smaller batch or fewer methods.":
    "Ein anderes Netz, einen kleineren Batch oder weniger Verfahren wählen.",
  ", or": ", oder",
  "{0} or {1}": "{0} oder {1}",
  "Step {0}: {1}": "Schritt {0}: {1}",
  "It diverges: after step {0} the loss is {1}.": "Es divergiert: Nach Schritt {0} ist der Verlust {1}.",
  "not finite": "nicht endlich",
  "Matrix + {0}·I is not positive definite: pivot {1} is {2}, and must be above 0. Add a larger shift (damping) to the diagonal.":
    "Die Matrix + {0}·I ist nicht positiv definit: Pivot {1} ist {2} und muss über 0 liegen. Eine größere Verschiebung (Dämpfung) auf die Diagonale geben.",
  "Matrix + {0}·I holds a value that is not finite: pivot {1} is {2}. The run has diverged before this point: lower its learning rate or raise its damping.":
    "Die Matrix + {0}·I enthält einen Wert, der nicht endlich ist: Pivot {1} ist {2}. Der Lauf ist schon vorher divergiert: seine Lernrate senken oder seine Dämpfung erhöhen.",
  "it has no encoder before a decoder": "vor einem Decoder fehlt der Encoder",
  "{0} stands behind the decoder's first node and belongs to the encoder":
    "{0} steht hinter dem ersten Knoten des Decoders und gehört zum Encoder",
  "{0} takes a value from within the encoder": "{0} nimmt einen Wert aus dem Inneren des Encoders",
  "{0} has sinusoidal positions": "{0} hat sinusförmige Positionen",
  "{0} is not causal": "{0} ist nicht kausal",
  "{0} channels": "{0} Kanäle",
  "{0} is not offered for this network": "{0} wird bei diesem Netz nicht angeboten",
  "It has no curvature for {0}{1}: embeddings, layer norm and attention.":
    "Es hat keine Krümmung für {0}{1}: Einbettungen, Layer Norm und Attention.",
  "; and {0} more": "; und {0} weitere",
  "Choose SGDm, Adam, APO-η or APO-P.": "SGDm, Adam, APO-η oder APO-P wählen.",
  "input factor": "Eingabefaktor",
  "output factor": "Ausgabefaktor",
  "Step {0} failed: {1}": "Schritt {0} schlug fehl: {1}",
  "The last finite training loss was {0} at step {1}.": "Der letzte endliche Trainingsverlust war {0} bei Schritt {1}.",
  "{0} became {1} at step {2}.{3}": "{0} wurde {1} bei Schritt {2}.{3}",
  "{0} at step {1}.{2} Choose fp32 or bf16, or a smaller step.":
    "{0} bei Schritt {1}.{2} fp32 oder bf16 wählen, oder einen kleineren Schritt.",
  "Training loss reached {0} at step {1}, more than {2} times its start of {3}.":
    "Der Trainingsverlust erreichte {0} bei Schritt {1}, mehr als das {2}-fache seines Anfangs von {3}.",
  "Loss at the lookahead": "Verlust im Vorausblick",
  "FSD at the lookahead": "FSD im Vorausblick",
  "WSD at the lookahead": "WSD im Vorausblick",
  "Objective Q": "Zielfunktion Q",
  "Learning rate η": "Lernrate η",
  "Trace of P": "Spur von P",
  "1 number": "1 Zahl",
  "{0} of the weights and the optimizer's state went beyond {1}'s largest, {2},":
    "{0} der Gewichte und des Optimierer-Zustands gingen über die größte von {1} hinaus, {2},",
  "running averages": "laufende Mittel",
};

import type { Words } from "../../words";

/** Layers of a network, and what methods learn of them. */
export const NETWORK_WORDS: Words = {
  "(H + λ_FSD G + λ_WSD I)⁻¹, linearised (λ_FSD G + λ_WSD I)⁻¹":
    "(H + λ_FSD G + λ_WSD I)⁻¹, linearisiert (λ_FSD G + λ_WSD I)⁻¹",
  ideal: "Ideal",
  linearised: "linearisiert",
  "dense layer": "dichte Schicht",
  "batch norm": "Batch Norm",
  "layer norm": "Layer Norm",
  "encoder layer": "Encoderschicht",
  "decoder layer": "Decoderschicht",
  "attention to the source": "Attention auf die Quelle",
  "APO-P learns A, B and S here.": "APO-P lernt hier A, B und S.",
  "APO-P learns A and S here; B stays the identity.": "APO-P lernt hier A und S; B bleibt die Einheitsmatrix.",
  "APO-P learns B and S here; A stays the identity.": "APO-P lernt hier B und S; A bleibt die Einheitsmatrix.",
  "APO-P learns S alone here.": "APO-P lernt hier S allein.",
  "KFAC and EKFAC take t·I for the input factor, t the mean of its diagonal.":
    "KFAC und EKFAC nehmen t·I als Faktor der Eingaben, t das Mittel seiner Diagonale.",
  "KFAC and EKFAC have a 2×2 block for each channel.": "KFAC und EKFAC haben einen 2×2-Block für jeden Kanal.",
  "KFAC, EKFAC and Shampoo are not offered on this network.": "KFAC, EKFAC und Shampoo gibt es für dieses Netz nicht.",
  "KFAC and EKFAC have both factors.": "KFAC und EKFAC haben beide Faktoren.",
  "A, B and S": "A, B und S",
  "A and S, B = I": "A und S, B = I",
  "B and S, A = I": "B und S, A = I",
  "S alone": "S allein",
  "The exact step is solved for dense layers only, and this network convolves.":
    "Der exakte Schritt wird nur für dichte Schichten gelöst, und dieses Netz faltet.",
  "The exact step is solved for dense layers only, and this network has others.":
    "Der exakte Schritt wird nur für dichte Schichten gelöst, und dieses Netz hat andere.",
  "The exact step is solved for squared error and softmax only.":
    "Der exakte Schritt wird nur für quadratischen Fehler und Softmax gelöst.",
  "The exact step is solved for at most {0} weights; this network has {1}.":
    "Der exakte Schritt wird für höchstens {0} Gewichte gelöst; dieses Netz hat {1}.",
  "Batches of {0} rows are too many for the dense solver; choose a smaller batch.":
    "Batches von {0} Zeilen sind zu groß für den dichten Löser; einen kleineren Batch wählen.",
};

import type { Words } from "../words";

/** The proximal picture. */
export const PICTURE_WORDS: Words = {
  "Move a price, watch the step, then play: both act on the race too.":
    "Einen Preis bewegen, den Schritt beobachten, dann abspielen: Beide wirken auch auf das Rennen.",
  "{0} in the picture": "{0} im Bild",
  "Inside a ball, that price alone is less than there is to gain.":
    "Innerhalb einer Kugel ist dieser Preis allein kleiner als das, was zu gewinnen ist.",
  "λ_FSD is 0: outputs may change for nothing, and the FSD ball is the whole plane.":
    "λ_FSD ist 0: Die Ausgaben dürfen sich umsonst ändern, und die FSD-Kugel ist die ganze Ebene.",
  "λ_WSD is 0: weights may move for nothing, and the WSD ball is the whole plane.":
    "λ_WSD ist 0: Die Gewichte dürfen sich umsonst bewegen, und die WSD-Kugel ist die ganze Ebene.",
  "The {0} ball is larger than the picture.": "Die {0}-Kugel ist größer als das Bild.",
  "The {0} ball reaches beyond the picture.": "Die {0}-Kugel reicht über das Bild hinaus.",
  "θ = {0}, where the loss is {1} above its least.": "θ = {0}; der Verlust liegt dort {1} über dem kleinsten.",
  "With λ_FSD {0} and λ_WSD {1} the step leads to θ⁺ = {2}, a length of {3}.":
    "Mit λ_FSD {0} und λ_WSD {1} führt der Schritt zu θ⁺ = {2}, eine Länge von {3}.",
  "Q there is {0}: {1}.": "Q ist dort {0}: {1}.",
  "The FSD ball is {0} wide and {1} long.": "Die FSD-Kugel ist {0} breit und {1} lang.",
  "The WSD ball has radius {0}.": "Die WSD-Kugel hat den Radius {0}.",
  "Move a price, watch the step. This race has no λ: its sliders move the picture alone.":
    "Einen Preis bewegen, den Schritt beobachten. Dieses Rennen hat kein λ: Die Regler bewegen nur das Bild.",
  "Move a price, watch the step, then play: {0} acts on the race too.":
    "Einen Preis bewegen, den Schritt beobachten, dann abspielen: {0} wirkt auch auf das Rennen.",
  "Q at θ⁺": "Q bei θ⁺",
  "θ in the picture, {0}": "θ im Bild, {0}",
  "The proximal step": "Der proximale Schritt",
  Show: "Zeigen",
  Fold: "Einklappen",
  "a regression with two weights": "eine Regression mit zwei Gewichten",
  "Landscape: more problems, and the step of each method":
    "Landschaft: mehr Probleme, und der Schritt jedes Verfahrens",
  Landscape: "Landschaft",
  "{0} the proximal step": "{0}: der proximale Schritt",
  "least loss": "kleinster Verlust",
  "FSD ball": "FSD-Kugel",
  "WSD ball": "WSD-Kugel",
};

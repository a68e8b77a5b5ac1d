import { describe, expect, it } from "vitest";
import { germanNumbers } from "./germanNumbers";
import { translatorOf } from "./translator";

const WORDS = {
  Play: "Abspielen",
  "Step {0} of {1}": "Schritt {0} von {1}",
  "Move {0}, then play {1} steps.": "Erst {1} Schritte abspielen, dann {0} bewegen.",
  "{0} has stopped: {1} moves nothing": "{0} steht: {1} bewegt nichts",
  "the seed": "der Startwert",
  "It is left out.": "Es wird weggelassen.",
  "Allowed: {0}.": "Erlaubt: {0}.",
  "K = 1 until step {0}": "K = 1 bis Schritt {0}",
  "More than 5,000 images": "Mehr als 5.000 Bilder",
  "Allowed: {0}. Using {1}.": "Erlaubt: {0}. Genommen wird {1}.",
  "a number from {0} to {1}": "eine Zahl von {0} bis {1}",
  light: "hell",
  dark: "dunkel",
  "Found at {0}: {1}.": "Gefunden bei {0}: {1}.",
  "{0} at the seed": "{0} beim Startwert",
  "No run is drawn: {0} has none. Add one to see it.": "Kein Lauf ist gezeichnet: {0} hat keinen. Einen hinzufügen.",
  "No ideal is drawn. Press Play to see it.": "Kein Ideal ist gezeichnet. Abspielen drücken.",
  "{0} fell ({1} to {2})": "{0} fiel ({1} bis {2})",
  "Menu of {0}": "Menü von {0}",
  "Step at the seed": "Schritt am Startwert",
  "last before {0}": "zuletzt vor {0}",
  ", drawn {0}": ", gezeichnet {0}",
  "Preset{0}": "Vorlage{0}",
  "Preset {0}: {1}": "Vorlage {0}: {1}",
};

describe("a text in German", () => {
  it.each([
    ["Play", "Abspielen"],
    [" Play\n", " Abspielen\n"],
    ["Step 3 of 1,200", "Schritt 3 von 1.200"],
    ["Move \ue000, then play 2.5 steps.", "Erst 2,5 Schritte abspielen, dann \ue000 bewegen."],
    ["Adam has stopped: the seed moves nothing", "Adam steht: der Startwert bewegt nichts"],
    ["Allowed: a, b. It is left out.", "Erlaubt: a, b. Es wird weggelassen."],
    ["Allowed: light, dark. Using light.", "Erlaubt: light, dark. Genommen wird light."],
    ["Allowed: 0.5, 1. Using 0.5.", "Erlaubt: 0.5, 1. Genommen wird 0.5."],
    ["Allowed: a number from 1 to 3. Using 2.", "Erlaubt: eine Zahl von 1 bis 3. Genommen wird 2."],
    ["K = 1 until step 20", "K = 1 bis Schritt 20"],
    ["More than 5,000 images", "Mehr als 5.000 Bilder"],
    ["the seed; Play", "der Startwert; Abspielen"],
    ["SGDm: 0.25; Adam: 1.5e-7", "SGDm: 0,25; Adam: 1,5e-7"],
    [
      "No run is drawn: Adam has none. Add one to see it.",
      "Kein Lauf ist gezeichnet: Adam hat keinen. Einen hinzufügen.",
    ],
    [
      "Found at 3: dark. No ideal is drawn. Press Play to see it.",
      "Gefunden bei 3: dunkel. Kein Ideal ist gezeichnet. Abspielen drücken.",
    ],
    [
      "Allowed: a number from 1 to 3. It is left out. Play.",
      "Erlaubt: eine Zahl von 1 bis 3. Es wird weggelassen. Abspielen.",
    ],
    ["the seed fell (dark to light); Play", "der Startwert fiel (dunkel bis hell); Abspielen"],
    [
      "the seed fell (dark to light); the seed fell (light to dark)",
      "der Startwert fiel (dunkel bis hell); der Startwert fiel (hell bis dunkel)",
    ],
    ["Menu of Step at the seed", "Menü von Schritt am Startwert"],
    ["dark, drawn last before 3", "dunkel, gezeichnet zuletzt vor 3"],
    ["Preset \ue000: Play", "Vorlage \ue000: Abspielen"],
    ["\ue000 Play", "\ue000 Abspielen"],
    ["constructor", "constructor"],
    ["", ""],
  ])("%j is %j", (english, german) => {
    expect(translatorOf(WORDS).said(english)).toBe(german);
  });

  it("tells what it does not know, and nothing of what it said or was told to leave", () => {
    const missed: string[] = [];
    const { said, settle } = translatorOf(WORDS, (text) => missed.push(text));
    said(said("Step 3 of 4"));
    said("Seed 3, the seed");
    settle("Reste");
    said("Reste");
    said("0.5");
    expect(missed).toEqual(["Seed 3"]);
  });

  it("forgets nothing it needs once it has said more than it keeps", () => {
    const { said } = translatorOf(WORDS);
    for (let step = 0; step < 5000; step++) said(`Step ${step} of 9999`);
    expect(said("Step 1 of 9999")).toBe("Schritt 1 von 9999");
  });
});

describe("numbers in German", () => {
  it.each([
    ["0.30", "0,30"],
    ["1.2e-5", "1,2e-5"],
    ["20,000 of 1,234,567.8", "20.000 of 1.234.567,8"],
    ["(−2.500, 1.200)", "(−2,500; 1,200)"],
    ["(+0.2, −2.3, +1.6)", "(+0,2; −2,3; +1,6)"],
    ["23.4 %", "23,4 %"],
    ["at 0.5.", "at 0,5."],
    ["1.0.3", "1.0.3"],
    ["v1.2 and data2.5.csv", "v1.2 and data2.5.csv"],
    ["https://a.b/?lf=0.3", "https://a.b/?lf=0.3"],
    ["1, 2, 3", "1, 2, 3"],
    ["LeNet-5", "LeNet-5"],
  ])("%s is %s", (english, german) => {
    expect(germanNumbers(english)).toBe(german);
  });
});

import type { Words } from "../../words";

/** The scenes own-rate. */
export const OWN_RATE_SCENE_WORDS: Words = {
  "APO-η trains SGDm, and starts it at η = 0.001. Beside it races SGDm with a tuned η.":
    "APO-η trainiert SGDm und startet bei η = 0,001. Daneben läuft SGDm mit einem abgestimmten η.",
  "Start far too low. APO-η trains SGDm, and starts it at η = 0.001. Beside it races SGDm with a tuned η. Press Play, and let it come to step 50.":
    "Viel zu niedrig starten. APO-η trainiert SGDm und startet bei η = 0,001. Daneben läuft SGDm mit einem abgestimmten η. Abspielen drücken und bis Schritt 50 laufen lassen.",
  "Start far too low. η has come to {0}. By step 50 it has doubled, or more: the warm-up.":
    "Viel zu niedrig starten. η ist bei {0} angekommen. Bis Schritt 50 hat es sich mindestens verdoppelt: das Aufwärmen.",
  "To the end. η climbs past 0.01, and then comes down by a tenth or more: at the end it is {0}.":
    "Bis zum Ende. η steigt über 0,01 und fällt dann um ein Zehntel oder mehr: Am Ende ist es {0}.",
  "To the end. Let it train to the end of the race, and watch where η turns.":
    "Bis zum Ende. Bis zum Ende des Rennens trainieren lassen und beobachten, wo η umkehrt.",
  "Look at the beginning. Here η was {0}, and the loss {1}.": "Den Anfang ansehen. Hier war η {0} und der Verlust {1}.",
  "Look at the beginning. Move the slider of past steps to one of the first ten steps.":
    "Den Anfang ansehen. Den Regler der vergangenen Schritte auf einen der ersten zehn Schritte stellen.",
  "Look at the middle. Here η was {0}. Nobody has told it where to turn: each meta-update asks how far one step should go now.":
    "Die Mitte ansehen. Hier war η {0}. Niemand hat gesagt, wo es umkehren soll: Jedes Meta-Update fragt, wie weit ein Schritt jetzt gehen soll.",
  "Look at the middle. Now move it to a step between 100 and 500.":
    "Die Mitte ansehen. Jetzt auf einen Schritt zwischen 100 und 500 stellen.",
  "And once more to the end. The seed is 8 now. On every seed that this was tested on it ends within a fifth of a tuned SGDm’s loss. Here η ends at {0}.":
    "Und noch einmal bis zum Ende. Der Startwert ist jetzt 8. Mit jedem Startwert, mit dem dies geprüft wurde, endet es höchstens ein Fünftel vom Verlust eines abgestimmten SGDm entfernt. Hier endet η bei {0}.",
  "Is it luck? Another seed draws another start and other batches. Press the button beside Seed. And once more to the end. Press Play, and watch η.":
    "Ist es Glück? Ein anderer Startwert zieht einen anderen Anfang und andere Batches. Den Knopf neben Startwert drücken.\nUnd noch einmal bis zum Ende. Abspielen drücken und η beobachten.",
};

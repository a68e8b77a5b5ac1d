import type { Words } from "../../words";

/** The scenes apo-in-ten-minutes. */
export const APO_IN_TEN_MINUTES_SCENE_WORDS: Words = {
  "Five methods start from the same weights and see the same batches. Which step should each of them take?":
    "Fünf Verfahren starten mit denselben Gewichten und sehen dieselben Batches. Welchen Schritt soll jedes davon machen?",
  "Press Play (Space). Every method fits the same noisy sine with the same network. Ask the room who will be first, and leave it open: this talk is about the step, not about the race.":
    "Abspielen drücken (Leertaste). Jedes Verfahren passt dasselbe Netz an denselben verrauschten Sinus an. Den Saal fragen, wer gewinnt, und es offen lassen: In diesem Vortrag geht es um den Schritt, nicht um das Rennen.",
  "APO looks one step ahead. Q adds the loss there, λ_FSD times how far the outputs move, and λ_WSD times how far the weights move.":
    "APO blickt einen Schritt voraus. Q addiert den Verlust dort, λ_FSD mal die Bewegung der Ausgaben und λ_WSD mal die Bewegung der Gewichte.",
  "Read the stack from below: the loss at the lookahead, then the two prices. The outputs are measured on a second batch, the weights by their distance. What is learned moves so that Q falls.":
    "Den Stapel von unten lesen: der Verlust im Vorausblick, dann die beiden Preise. Die Ausgaben werden auf einem zweiten Batch gemessen, die Gewichte an ihrem Abstand. Was gelernt wird, bewegt sich so, dass Q fällt.",
  "Now λ_FSD becomes ten times as large: moving the outputs gets dearer.":
    "Jetzt wird λ_FSD zehnmal so groß: Die Bewegung der Ausgaben wird teurer.",
  "Let everybody choose before you do. The run then plays on from where it stands.":
    "Alle wählen lassen, bevor selbst gewählt wird. Der Lauf geht dann von dort weiter, wo er steht.",
  "What will η of APO-η do until the end?": "Was wird η von APO-η bis zum Ende tun?",
  "It falls.": "Es fällt.",
  "In APO-η's Q the share of FSD swells where its price jumps. The cheapest step is then one that moves the outputs less.":
    "In Q von APO-η schwillt der Anteil von FSD an, wo sein Preis springt. Der billigste Schritt ist dann einer, der die Ausgaben weniger bewegt.",
  "Point at the jump. Nobody set a new rate: the price did.":
    "Auf den Sprung zeigen. Niemand hat eine neue Rate gesetzt: Das war der Preis.",
  "A rate that starts far too low: APO-η climbs past 0.01, then comes down by a tenth or more. No schedule was written.":
    "Eine Rate, die viel zu niedrig startet: APO-η steigt über 0,01 und fällt dann um ein Zehntel oder mehr. Einen Zeitplan hat niemand vorgegeben.",
  "Play it again with Space. APO-η starts SGDm at 0.001. The dashed line is SGDm at the rate that a sweep chose.":
    "Mit der Leertaste noch einmal abspielen. APO-η startet SGDm bei 0,001. Die gestrichelte Linie ist SGDm mit der Rate, die eine Suche gewählt hat.",
  "Four runs of SGDm under APO-η. Their rates start a thousand times apart.":
    "Vier Läufe von SGDm unter APO-η. Ihre Raten starten um das Tausendfache auseinander.",
  "The lowest starts at 0.0001, the highest at 0.1. Take answers, then play.":
    "Der niedrigste startet bei 0,0001, der höchste bei 0,1. Antworten sammeln, dann abspielen.",
  "What will the lowest of the four rates do?": "Was wird die niedrigste der vier Raten tun?",
  "It stays within a factor of two.": "Sie bleibt innerhalb eines Faktors zwei.",
  "It rises, up to ten times.": "Sie steigt, bis auf das Zehnfache.",
  "It rises more than ten times.": "Sie steigt auf mehr als das Zehnfache.",
  "All four end at losses within a fifth of each other, and at rates within a factor of two.":
    "Alle vier enden bei Verlusten, die höchstens ein Fünftel auseinanderliegen, und bei Raten, die sich höchstens um den Faktor zwei unterscheiden.",
  "The start was forgotten. Say what was chosen all the same: the prices, K and α.":
    "Der Anfang ist vergessen. Trotzdem sagen, was gewählt wurde: die Preise, K und α.",
  "APO-P learns a whole matrix. On linear regression its eigenvalues settle within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD), and no inverse was taken.":
    "APO-P lernt eine ganze Matrix. Bei linearer Regression kommen ihre Eigenwerte bis auf ein Zehntel an 1 / ((1 + λ_FSD) h + λ_WSD) heran, und keine Inverse wurde gebildet.",
  "h are the eigenvalues of the inputs' covariance. The marks are what theory gives; the bars are what was learned by gradient descent on Q.":
    "h sind die Eigenwerte der Kovarianz der Eingaben. Die Marken sind, was die Theorie angibt; die Balken sind, was durch Gradientenabstieg auf Q gelernt wurde.",
  "Ten targets whose scales differ by five decades. One rate for all directions is a poor fit.":
    "Zehn Zielwerte, deren Skalen sich um fünf Zehnerpotenzen unterscheiden. Eine Rate für alle Richtungen passt schlecht.",
  "Ask for a show of hands. The answer is read off this run at step 500.":
    "Um Handzeichen bitten. Die Antwort wird an diesem Lauf bei Schritt 500 abgelesen.",
  "Whose training loss is lowest at step 500?": "Wessen Trainingsverlust ist bei Schritt 500 am niedrigsten?",
  "On photographs, with LeNet-5: KFAC's training loss falls furthest.":
    "Auf Fotos, mit LeNet-5: Der Trainingsverlust von KFAC fällt am tiefsten.",
  "Two thousand training images: this is a small experiment, and it says so. Ask what the loss on other images will do.":
    "Zweitausend Trainingsbilder: Das ist ein kleines Experiment, und es sagt das. Fragen, was der Verlust auf anderen Bildern tun wird.",
  "On test images KFAC's loss rises highest.": "Auf Testbildern steigt der Verlust von KFAC am höchsten.",
  "Low training loss is not the aim by itself.": "Ein niedriger Trainingsverlust ist nicht das Ziel an sich.",
  "Where APO loses: on the sine KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000.":
    "Wo APO verliert: Beim Sinus ist der Trainingsverlust von KFAC nach 150 Schritten niedriger als der von APO-P oder Adam nach 1.000.",
  "Say it aloud. A page that only shows wins is an advertisement.":
    "Es laut sagen. Eine Seite, die nur Siege zeigt, ist Werbung.",
  "Your turn. Move λ_FSD or λ_WSD: from the next step on the run trains here, and η answers.":
    "Jetzt selbst. λ_FSD oder λ_WSD bewegen: Vom nächsten Schritt an trainiert der Lauf hier, und η antwortet.",
  "Hand over the pointer. A moved slider leaves the recording and trains on from the step shown, in this browser. Close the talk to see the whole page in this state.":
    "Das Zeigegerät weitergeben. Ein bewegter Regler verlässt die Aufzeichnung und trainiert ab dem gezeigten Schritt weiter, in diesem Browser. Den Vortrag schließen, um die ganze Seite in diesem Zustand zu sehen.",
};

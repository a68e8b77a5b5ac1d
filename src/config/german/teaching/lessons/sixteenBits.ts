import type { Words } from "../../words";

/** The lesson about 16 bits. */
export const SIXTEEN_BITS_WORDS: Words = {
  "16 bit and inverses": "16 Bit und Inverse",
  "KFAC inverts its factors, APO-P inverts nothing. What 16 bits do to each, on a loss that has no floor.":
    "KFAC invertiert seine Faktoren, APO-P invertiert nichts. Was 16 Bit mit beiden machen, bei einem Verlust ohne Untergrenze.",
  "All digits.": "Alle Stellen.",
  "The targets have no noise, and differ in scale by five decades. KFAC inverts two small matrices a layer; APO-P learns P without. Press Play, and let them come to the end.":
    "Die Zielwerte haben kein Rauschen und unterscheiden sich in der Skala um fünf Zehnerpotenzen. KFAC invertiert zwei kleine Matrizen je Schicht; APO-P lernt P ohne das. Abspielen drücken und bis zum Ende laufen lassen.",
  "KFAC’s loss ends under 1e-12, and under APO-P’s. In 32 bits the inverse pays here.":
    "Der Verlust von KFAC endet unter 1e-12 und unter dem von APO-P. In 32 Bit lohnt sich die Inverse hier.",
  "Take KFAC’s digits.": "KFAC die Stellen nehmen.",
  "bfloat16 has about 3 digits. Open Methods and settings, unfold KFAC at its end, and choose bfloat16 as Precision.":
    "bfloat16 hat etwa 3 Stellen. Verfahren und Einstellungen öffnen, KFAC an seinem Ende aufklappen und als Zahlenformat bfloat16 wählen.",
  "Methods and settings is over the sliders, on a phone behind Controls. Precision is among KFAC’s own settings.":
    "Verfahren und Einstellungen ist über den Reglern, auf dem Handy hinter Steuerung. Das Zahlenformat ist unter den eigenen Einstellungen von KFAC.",
  "Step 0. KFAC’s weights, gradients and factors are now rounded after each update.":
    "Schritt 0. Gewichte, Gradienten und Faktoren von KFAC werden jetzt nach jeder Aktualisierung gerundet.",
  "How far now?": "Wie weit jetzt?",
  "KFAC’s loss stays above 1e-6, a million times what it was or more, and changes little at the end.":
    "Der Verlust von KFAC bleibt über 1e-6, mindestens das Millionenfache von vorher, und ändert sich am Ende wenig.",
  "Is it the inverse?": "Liegt es an der Inversen?",
  "APO-P inverts nothing. Give it the same 16 bits: in Methods and settings choose bfloat16 as Precision of APO-P.":
    "APO-P invertiert nichts. Ihm dieselben 16 Bit geben: In Verfahren und Einstellungen als Zahlenformat von APO-P bfloat16 wählen.",
  "Open Methods and settings, and unfold APO-P at its end.":
    "Verfahren und Einstellungen öffnen und APO-P an seinem Ende aufklappen.",
  "Step 0. Both are in bfloat16 now.": "Schritt 0. Beide sind jetzt in bfloat16.",
  "Both in 16 bits.": "Beide in 16 Bit.",
  "APO-P’s loss ends at a thousand times what it was or more, and at ten times KFAC’s or more. To take no inverse did not save it here.":
    "Der Verlust von APO-P endet mindestens beim Tausendfachen von vorher und mindestens beim Zehnfachen von KFAC. Ohne Inverse auszukommen hat hier nichts gerettet.",
  "Give digits back.": "Stellen zurückgeben.",
  "float16 has about one digit more, and a smaller range. Choose float16 as Precision of KFAC.":
    "float16 hat etwa eine Stelle mehr und einen kleineren Bereich. Als Zahlenformat von KFAC float16 wählen.",
  "Open Methods and settings, unfold KFAC, and choose float16.":
    "Verfahren und Einstellungen öffnen, KFAC aufklappen und float16 wählen.",
  "Step 0. KFAC rounds more finely now.": "Schritt 0. KFAC rundet jetzt feiner.",
  "And last.": "Und zuletzt.",
  "KFAC’s loss ends at a tenth of that in bfloat16 or less: digits held it. Far from the last digit, on cars, bfloat16 costs KFAC a fifth at most, APO-P a tenth.":
    "Der Verlust von KFAC endet höchstens bei einem Zehntel von dem in bfloat16: Es waren die Stellen, die ihn hielten. Weit weg von der letzten Stelle, bei den Autos, kostet bfloat16 KFAC höchstens ein Fünftel, APO-P ein Zehntel.",
};

import type { Words } from "../../words";

/** The scenes sixteen-bits. */
export const SIXTEEN_BITS_SCENE_WORDS: Words = {
  "All digits. KFAC’s loss ends under 1e-12, and under APO-P’s. In 32 bits the inverse pays here.":
    "Alle Stellen. Der Verlust von KFAC endet unter 1e-12 und unter dem von APO-P. In 32 Bit lohnt sich die Inverse hier.",
  "All digits. The targets have no noise, and differ in scale by five decades. KFAC inverts two small matrices a layer; APO-P learns P without. Press Play, and let them come to the end.":
    "Alle Stellen. Die Zielwerte haben kein Rauschen und unterscheiden sich in der Skala um fünf Zehnerpotenzen. KFAC invertiert zwei kleine Matrizen je Schicht; APO-P lernt P ohne das. Abspielen drücken und bis zum Ende laufen lassen.",
  "How far now? Precision of KFAC is bfloat16 now. KFAC’s loss stays above 1e-6, a million times what it was or more, and changes little at the end.":
    "Wie weit jetzt? Das Zahlenformat von KFAC ist jetzt bfloat16. Der Verlust von KFAC bleibt über 1e-6, mindestens das Millionenfache von vorher, und ändert sich am Ende wenig.",
  "Take KFAC’s digits. bfloat16 has about 3 digits. Open Methods and settings, unfold KFAC at its end, and choose bfloat16 as Precision. How far now? Press Play, and let them come to the end.":
    "KFAC die Stellen nehmen. bfloat16 hat etwa 3 Stellen. Verfahren und Einstellungen öffnen, KFAC an seinem Ende aufklappen und als Zahlenformat bfloat16 wählen.\nWie weit jetzt? Abspielen drücken und bis zum Ende laufen lassen.",
  "Both in 16 bits. Precision of APO-P is bfloat16 now. APO-P’s loss ends at a thousand times what it was or more, and at ten times KFAC’s or more. To take no inverse did not save it here.":
    "Beide in 16 Bit. Das Zahlenformat von APO-P ist jetzt bfloat16. Der Verlust von APO-P endet mindestens beim Tausendfachen von vorher und mindestens beim Zehnfachen von KFAC. Ohne Inverse auszukommen hat hier nichts gerettet.",
  "Is it the inverse? APO-P inverts nothing. Give it the same 16 bits: in Methods and settings choose bfloat16 as Precision of APO-P. Both in 16 bits. Press Play, and let them come to the end.":
    "Liegt es an der Inversen? APO-P invertiert nichts. Ihm dieselben 16 Bit geben: In Verfahren und Einstellungen als Zahlenformat von APO-P bfloat16 wählen.\nBeide in 16 Bit. Abspielen drücken und bis zum Ende laufen lassen.",
  "And last. Precision of KFAC is float16 now. KFAC’s loss ends at a tenth of that in bfloat16 or less: digits held it. Far from the last digit, on cars, bfloat16 costs KFAC a fifth at most, APO-P a tenth.":
    "Und zuletzt. Das Zahlenformat von KFAC ist jetzt float16. Der Verlust von KFAC endet höchstens bei einem Zehntel von dem in bfloat16: Es waren die Stellen, die ihn hielten. Weit weg von der letzten Stelle, bei den Autos, kostet bfloat16 KFAC höchstens ein Fünftel, APO-P ein Zehntel.",
  "Give digits back. float16 has about one digit more, and a smaller range. Choose float16 as Precision of KFAC. And last. Press Play, and let them come to the end.":
    "Stellen zurückgeben. float16 hat etwa eine Stelle mehr und einen kleineren Bereich. Als Zahlenformat von KFAC float16 wählen.\nUnd zuletzt. Abspielen drücken und bis zum Ende laufen lassen.",
};

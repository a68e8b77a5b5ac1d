import type { Words } from "../../words";

/** Archives of images: what is read of them, and why one is refused. */
export const GERMAN_ARCHIVE_OF_CORE: Words = {
  "Take {0} from {1}.": "{0} von {1} nehmen.",
  "{0} is the {1} version of {2}": "{0} ist die {1}-Version von {2}",
  "It holds the images as objects of {0}; read here is the binary version, {1}.":
    "Sie enthält die Bilder als Objekte von {0}; gelesen wird hier die Binärversion, {1}.",
  "{0} is not an archive of CIFAR-10 or CIFAR-100": "{0} ist kein Archiv von CIFAR-10 oder CIFAR-100",
  "{0} is cut short or damaged": "{0} ist abgeschnitten oder beschädigt",
  "Of its {0} bytes {1} could be unpacked; {2}.": "Von seinen {0} Bytes waren {1} zu entpacken; {2}.",
  "Download it again: {0}": "Noch einmal herunterladen: {0}",
  "{0} has {1}": "{0} hat {1}",
  "{0} cannot be used as {1}": "{0} kann nicht als {1} dienen",
  "{0}, image {1}": "{0}, Bild {1}",
  "{0}: its class is {1}; allowed are 0 to {2}.": "{0}: Seine Klasse ist {1}; erlaubt sind 0 bis {2}.",
  "{0}: class {1} has more than {2} images for {3}.": "{0}: Klasse {1} hat mehr als {2} Bilder für {3}.",
  "It has no images for {0}.": "Es hat keine Bilder für {0}.",
  "Every class must have as many images for {0}: class {1} has {2}, class {3} has {4}.":
    "Jede Klasse muss gleich viele Bilder für {0} haben: Klasse {1} hat {2}, Klasse {3} hat {4}.",
  "{0}: its coarse class is {1}; allowed are 0 to {2}.": "{0}: Seine grobe Klasse ist {1}; erlaubt sind 0 bis {2}.",
  "{0}: its class {1} belongs to the coarse classes {2} and {3}.":
    "{0}: Seine Klasse {1} gehört zu den groben Klassen {2} und {3}.",
  "{0}: images": "{0}: Bilder",
  "{0}: {1} training and {2} test images": "{0}: {1} Trainings- und {2} Testbilder",
  "{0} training images are out of range": "{0} Trainingsbilder liegen außerhalb des Bereichs",
  "Allowed: {0} to {1}, a whole number.": "Erlaubt: {0} bis {1}, eine ganze Zahl.",
  "Set trainImages within that range.": "trainImages in diesem Bereich setzen.",
  "{0} training images are more than APO Lab comes with": "{0} Trainingsbilder sind mehr, als mit APO Lab kommen",
  "{0} does not come with APO Lab": "{0} kommt nicht mit APO Lab",
  "The archive of {0} is wanted": "Das Archiv von {0} wird gebraucht",
  "{0}: they are read from {1}.": "{0}: Sie werden aus {1} gelesen.",
  "Drop {0} on the page, or name it on the command line: --archive {1}.":
    "{0} auf der Seite ablegen, oder auf der Kommandozeile nennen: --archive {1}.",
  "Its first bytes are not those of gzip.": "Seine ersten Bytes sind nicht die von gzip.",
  "{0}: {1} of {2}": "{0}: {1} von {2}",
  "It is empty.": "Es ist leer.",
  "Unpacked it is no tar archive.": "Entpackt ist es kein tar-Archiv.",
  "It holds {0}, of {1}, beside another set.": "Es enthält {0}, von {1}, neben einem anderen Satz.",
  "It holds {0} twice.": "Es enthält {0} zweimal.",
  "It does not hold {0}.": "Es enthält {0} nicht.",
  "{0} is too long.": "{0} ist zu lang.",
  "{0} must name {1} classes, each once": "{0} muss {1} Klassen nennen, jede einmal",
  "{0}; it has {1} names.": "{0}; es hat {1} Namen.",
  "{0} has {1} bytes; wanted are {2} for each image, of at most {3}.":
    "{0} hat {1} Bytes; gebraucht werden {2} je Bild, für höchstens {3}.",
  "It holds no files.": "Es enthält keine Dateien.",
  "It holds {0}{1}.": "Es enthält {0}{1}.",
  "and more": "und mehr",
};

/** Parts of a link, beside the settings; a test holds both to what the page reads. */
const PARTS =
  "v preset task opt grid backend at schedule csv target inputs without seed steps batch kappa images network width norm augment " +
  "size x loss scale logx cut skip zoom seeds smooth off views layer lesson look walk land speed focus theme lang test keep scenes scene charts controls play start " +
  "trace background accent font caption title group keys actions origins snapshots clock app";

/** Settings, of all runs or, behind its name and a dot, of one; attributes have no capitals. */
const SETTINGS =
  "lf lw k alpha lambdafsd lambdawsd metaupdateinterval metalearningrate learningrate weightdecay momentum beta1 beta2 epsilon " +
  "damping curvatureema factorupdateperiod inverseupdateperiod klclip metabeta1 metabeta2 metaepsilon solveriterations solvertolerance " +
  "metaintervalwarmup metaonlysteps metaoptimizer metaschedule baseoptimizer learningrateschedule dampingform " +
  "scaleparameterization kldirection backtracking learningratescope precision";

/** What a page may give any element, and what a frame or a picture would take: nothing is said of those. */
const OF_HTML =
  "accesskey autofocus class contenteditable dir draggable embed enterkeyhint exportparts height hidden id inert inputmode is loading " +
  "nonce part popover role sandbox slot spellcheck src style tabindex translate width";

const [parts, settings, ofHtml] = [PARTS, SETTINGS, OF_HTML].map((list) => list.split(" ")) as [
  string[],
  string[],
  string[],
];

/** A share of a network's channels, or its k: any other width is the element's own. */
const WIDTH = /^(1\/\d+|0\.\d+|1|2|10)$/;

/** Those that the figure speaks; an element in another language says so by the same attribute. */
const LANGUAGES = /^(en|de)$/;

/** Whether an attribute of that name may be a parameter of the figure's link. */
export const isNamed = (name: string): boolean =>
  parts.includes(name) || settings.includes(name.slice(name.lastIndexOf(".") + 1));

/** Whether it is one, with that value. */
export const isParameter = (name: string, value: string): boolean =>
  isNamed(name) && (name !== "width" || WIDTH.test(value)) && (name !== "lang" || LANGUAGES.test(value));

/** What to tell of each attribute that is no parameter and may be meant as one: a plain word that HTML has no use for. */
export function faultsOf({ attributes }: Element): { title: string; detail: string; remedy: string }[] {
  return [...attributes]
    .filter(
      ({ name, value }) =>
        /^(?!on)[a-z]+$/.test(name) && name !== "lang" && !isParameter(name, value) && !ofHtml.includes(name),
    )
    .map(({ name }) => ({
      title: `No attribute ${name}`,
      detail: `A link has no part ${name}: it is left out.`,
      remedy: "Check the name: docs/embedding.md lists them.",
    }));
}

import { type ReactNode, useState } from "react";
import { type FigureForm, useFigureMenus, useOpenFigure } from "../charts/figure/figureMenus";
import { MenuSection } from "../charts/figure/MenuSection";
import { MenuWords } from "../charts/figure/MenuWords";
import { useActions } from "../ui/actionsContext";
import { copyPicture, copyText, saveBlob } from "./browserFiles";
import { figureFileName, toCsv, toGif, toPng, toSvg } from "./figureFiles";
import { GIF_SCALES, PNG_SCALES } from "./figurePng";
import "../charts/figure/menuSection.css";
import "./saveSection.css";

/** What was done, or what there is to copy by hand. */
type Told = { words: string; text?: string; picture?: string };

const NOTHING = "There are no numbers yet: take a step first.";

/** Saves the figure as a file, or copies it: as a drawing, as a picture, as its numbers. */
export function SaveSection() {
  const { chart, figure } = useOpenFigure();
  const gives = useFigureMenus()?.gives ?? null;
  const has = (form: FigureForm) => gives === null || gives.includes(form);
  const actions = useActions();
  const [isMaking, setMaking] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const say = (words: string) => setTold({ words });
  const attempt = (doing: () => Promise<void>) => () => {
    doing().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  const save = (ending: string, make: () => Promise<Blob | null>) =>
    attempt(async () => {
      const blob = await make();
      if (!blob) return say(NOTHING);
      const name = figureFileName(chart, ending);
      saveBlob(name, blob);
      say(`Saved ${name}.`);
    });
  const saveGif = (scale: number) => {
    const make = save("gif", () => {
      say("Making the GIF from every step, or 41 of them ...");
      setMaking(true);
      return toGif(figure, chart, scale, actions.scrubTo).finally(() => setMaking(false));
    });
    return isMaking ? () => {} : make;
  };
  const copy = (what: string, text: () => string | null | Promise<string | null>) =>
    attempt(async () => {
      const copied = await text();
      if (copied === null) return say(NOTHING);
      if (await copyText(copied)) say(`${what} copied.`);
      else setTold({ words: `The clipboard is closed to this page. Copy the ${what} from here:`, text: copied });
    });
  const copyPng = attempt(async () => {
    const picture = toPng(figure, chart, 2);
    if (await copyPicture(picture)) say("Picture copied.");
    else
      setTold({
        words: "The clipboard takes no pictures here. Copy this one:",
        picture: URL.createObjectURL(await picture),
      });
  });
  const csv = () => toCsv(chart);
  return (
    <>
      <MenuSection title="Save">
        <div className="menu-row">
          {has("svg") ? (
            <Button
              name="Save as SVG"
              onPress={save("svg", async () => textBlob(toSvg(figure, chart).text, "image/svg+xml"))}
            >
              SVG
            </Button>
          ) : null}
          {(has("png") ? PNG_SCALES : []).map((scale) => (
            <Button
              key={scale}
              name={`Save as PNG, ${scale} times the size`}
              onPress={save("png", () => toPng(figure, chart, scale))}
            >
              {`PNG ${scale}×`}
            </Button>
          ))}
          {has("csv") ? (
            <Button
              name="Save the numbers as CSV"
              onPress={save("csv", async () => {
                const text = await csv();
                return text === null ? null : textBlob(text, "text/csv");
              })}
            >
              CSV
            </Button>
          ) : null}
        </div>
        {has("png") ? (
          <div className="menu-row">
            {GIF_SCALES.map((scale) => (
              <Button key={scale} name={`Save as GIF, ${scale} times the size`} onPress={saveGif(scale)}>
                {`GIF ${scale}×`}
              </Button>
            ))}
            <MenuWords>all steps in a loop of 10 s</MenuWords>
          </div>
        ) : null}
      </MenuSection>
      <MenuSection title="Copy">
        <div className="menu-row">
          {has("svg") ? (
            <Button name="Copy as SVG" onPress={copy("SVG", () => toSvg(figure, chart).text)}>
              SVG
            </Button>
          ) : null}
          {has("png") ? (
            <Button name="Copy as PNG" onPress={copyPng}>
              PNG
            </Button>
          ) : null}
          {has("csv") ? (
            <Button name="Copy the numbers as CSV" onPress={copy("CSV", csv)}>
              CSV
            </Button>
          ) : null}
        </div>
      </MenuSection>
      <div role="status" aria-label="Saving and copying" className="menu-told">
        {told ? <span>{told.words}</span> : null}
        {told?.text === undefined ? null : (
          <textarea
            readOnly
            rows={4}
            aria-label="To copy from"
            value={told.text}
            onFocus={({ target }) => target.select()}
          />
        )}
        {told?.picture === undefined ? null : <img src={told.picture} alt="The figure, to copy from" />}
      </div>
    </>
  );
}

const textBlob = (text: string, type: string) => new Blob([text], { type: `${type};charset=utf-8` });

function Button({ name, onPress, children }: { name: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="btn" aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}

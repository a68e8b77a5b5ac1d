import { useState } from "react";
import { experimentStore } from "../../store/experiment/experimentStore";
import { runFile } from "../../store/files/files";
import { withAllRows } from "../../store/kept/allRows";
import { fileStem } from "../../store/take/figureFacts";
import { runCsv } from "../../store/take/runCsv";
import { MenuSection } from "../charts/figure/MenuSection";
import { Later } from "../ui/Later";
import { saveBlob } from "./browserFiles";
import { Cited } from "./Cited";
import "../charts/figure/menuSection.css";
import "./saveSection.css";

const fetchCode = () => import("./QrCode").then(({ QrCode }) => QrCode);
const LATE = <p className="menu-told">The script of the QR code is still on its way.</p>;

/** The whole run as files, and how to cite it. */
export function RunSection() {
  const [told, setTold] = useState("");
  const [hasCode, setHasCode] = useState(false);
  const [isCited, setCited] = useState(false);
  const save = async (make: () => Promise<{ name: string; blob: Blob } | null>) => {
    const file = await make();
    if (file) saveBlob(file.name, file.blob);
    setTold(file ? `Saved ${file.name}.` : "There is no run yet: take a step first.");
  };
  const asJson = async () => {
    const file = runFile(await withAllRows(experimentStore.getState()));
    return file && { name: file.name, blob: new Blob([file.text], { type: "application/json" }) };
  };
  const asPacked = async () => {
    const file = await asJson();
    if (!file) return null;
    const packed = file.blob.stream().pipeThrough(new CompressionStream("gzip"));
    return {
      name: `${file.name}.gz`,
      blob: new Blob([await new Response(packed).blob()], { type: "application/gzip" }),
    };
  };
  const asCsv = async () => {
    const text = runCsv(await withAllRows(experimentStore.getState()));
    const name = `${fileStem(experimentStore.getState(), "run")}.csv`;
    return text === null ? null : { name, blob: new Blob([text], { type: "text/csv;charset=utf-8" }) };
  };
  return (
    <MenuSection title="The whole run">
      <div className="menu-row">
        <button type="button" className="btn" aria-label="Save the run as JSON" onClick={() => save(asJson)}>
          JSON
        </button>
        <button type="button" className="btn" aria-label="Save the run as JSON, packed" onClick={() => save(asPacked)}>
          JSON.gz
        </button>
        <button
          type="button"
          className="btn"
          aria-label="Save all columns of the run as CSV"
          onClick={() => save(asCsv)}
        >
          CSV
        </button>
        <button type="button" className="btn" aria-expanded={isCited} onClick={() => setCited(!isCited)}>
          Cite
        </button>
        <button type="button" className="btn" aria-expanded={hasCode} onClick={() => setHasCode(!hasCode)}>
          QR code
        </button>
      </div>
      <p role="status" aria-label="Saving the run" className="menu-told">
        <span>{told}</span>
      </p>
      {hasCode ? <Later fetchPart={fetchCode} late={LATE} /> : null}
      {isCited ? <Cited /> : null}
    </MenuSection>
  );
}

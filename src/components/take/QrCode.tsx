import { useMemo } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import { selectLink } from "../../store/link/linkSelectors";
import { MenuWords } from "../charts/figure/MenuWords";
import { QR_LETTERS, qrDrawing } from "./qrModules";
import "./saveSection.css";

/** The present link for a camera: black on white in either theme, drawn anew as the link changes. */
export function QrCode() {
  const address = location.origin + location.pathname + useExperiment(selectLink).link;
  const drawing = useMemo(() => qrDrawing(address), [address]);
  const letters = address.length.toLocaleString("en");
  const most = QR_LETTERS.toLocaleString("en");
  if (!drawing)
    return <p className="menu-told">{`The link has ${letters} letters, and a QR code holds ${most}: copy it.`}</p>;
  const { size, path } = drawing;
  return (
    <figure className="qr-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="QR code of the link to this view"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>
        <MenuWords>{`This view, for a camera: ${letters} of ${most} letters that fit.`}</MenuWords>
      </figcaption>
    </figure>
  );
}

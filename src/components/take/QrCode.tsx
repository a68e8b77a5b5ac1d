import { useExperiment } from "../../store/experiment/experimentStore";
import { selectLink } from "../../store/link/linkSelectors";
import { MenuWords } from "../charts/figure/MenuWords";
import { QrSquares } from "./QrSquares";
import { QR_LETTERS } from "./qrModules";
import "./saveSection.css";

/** The present link for a camera: black on white in either theme. */
export function QrCode() {
  const address = location.origin + location.pathname + useExperiment(selectLink).link;
  const letters = address.length.toLocaleString("en");
  const most = QR_LETTERS.toLocaleString("en");
  if (address.length > QR_LETTERS)
    return <p className="menu-told">{`The link has ${letters} letters, and a QR code holds ${most}: copy it.`}</p>;
  return (
    <figure className="qr-code">
      <QrSquares address={address} label="QR code of the link to this view" />
      <figcaption>
        <MenuWords>{`This view, for a camera: ${letters} of ${most} letters that fit.`}</MenuWords>
      </figcaption>
    </figure>
  );
}

import { useMemo } from "react";
import { qrDrawing } from "./qrModules";

/** The QR code of an address for a camera: black on white in either theme; nothing where it is longer than the largest code holds. */
export function QrSquares({ address, label }: { address: string; label: string }) {
  const drawing = useMemo(() => qrDrawing(address), [address]);
  if (!drawing) return null;
  const { size, path } = drawing;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

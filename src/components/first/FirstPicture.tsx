import { useState } from "react";
import type { Lambdas } from "../../config/tables/lambdas";
import { PICTURE } from "../../config/tables/quadratics";
import type { Recording } from "../../store/charts/recording";
import { clampPictureTheta, DEFAULT_PICTURE, FOLDED } from "../../store/experiment/plane/pictureState";
import { pictureModel } from "../../store/picture/pictureModel";
import { keepChoice, readChoice } from "../../store/session/choices";
import { ProximalFigure } from "../picture/ProximalFigure";
import type { PictureHandover } from "./lab";

interface FirstPictureProps {
  recording: Recording | null;
  /** Hears what is moved, for the page that takes over. */
  onMoved: (part: Partial<PictureHandover>) => void;
}

/** The prices of the first APO run of a recorded race, whose sliders the page shows. */
export function pricesOf({ config }: Pick<Recording, "config">): Lambdas {
  const run = config.optimizers.find(({ id }) => id === "apo-p" || id === "apo-lr");
  return run?.hyperparams ?? PICTURE.lambdas;
}

/** The picture before the page's script is here: its sliders act on it alone, and what they were moved to is handed over. */
export function FirstPicture({ recording, onMoved }: FirstPictureProps) {
  const [theta, setTheta] = useState(DEFAULT_PICTURE.theta);
  const [moved, setMoved] = useState<Partial<Lambdas>>({});
  const [isFolded, setFolded] = useState(() => readChoice("picture") === FOLDED);
  const { lambdaFsd, lambdaWsd } = { ...(recording ? pricesOf(recording) : PICTURE.lambdas), ...moved };
  return (
    <ProximalFigure
      model={pictureModel({ theta, lambdas: { lambdaFsd, lambdaWsd } })}
      isFolded={isFolded}
      onFold={(next) => {
        onMoved({ isFolded: next });
        setFolded(next);
        keepChoice("picture", next ? FOLDED : "open");
      }}
      onPrice={(name, value) => {
        const all = { ...moved, [name]: value };
        onMoved({ moved: all });
        setMoved(all);
      }}
      onTheta={(next) => {
        const clamped = clampPictureTheta(next);
        onMoved({ theta: clamped });
        setTheta(clamped);
      }}
      onMore={null}
    />
  );
}

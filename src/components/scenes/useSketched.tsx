import { useMemo } from "react";
import type { Scene } from "../../config/scenes/sceneSet";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useScenes } from "../../store/scenes/sceneStore";
import { askedValue } from "../../store/scenes/sceneTruth";
import { emptySketch, type Sketch, sketchPoints } from "../../store/scenes/sketch";
import { SketchLayer } from "./SketchLayer";

/** Above and below where the run stands there is room for so many times as much. */
const ROOM = 5;

/** The sketch of a scene as it stands, where a curve can answer its question: η of a run, on a chart over steps; else null. */
export function useSketch(scene: Scene | undefined, sceneKey: string): Sketch | null {
  const drawn = useScenes(({ sketches }) => sketches[sceneKey]);
  const isOverSteps = useExperiment(({ display }) => display.xAxis === "steps");
  const ask = scene?.ask;
  return useMemo(
    () =>
      ask?.about.quantity === "learningRate" && scene?.figure === "rate" && isOverSteps
        ? (drawn ?? emptySketch(ask))
        : null,
    [ask, scene, isOverSteps, drawn],
  );
}

/** The value that a sketch begins at: that of the run, where it is to be drawn from. */
export function useSketchStart(ask: Scene["ask"]): number | null {
  return useExperiment((state) => {
    const { run, quantity, from } = ask?.about ?? {};
    return run === undefined || !quantity || from === undefined ? null : askedValue(state, run, quantity, from);
  });
}

/** What the chart of η shows of a scene's sketch, and what takes the pointer before an answer is given. */
export function useSketched(scene: Scene | undefined, sceneKey: string) {
  const sketch = useSketch(scene, sceneKey);
  const start = useSketchStart(scene?.ask);
  const isAnswered = useScenes(({ answers }) => answers[sceneKey] !== undefined);
  return useMemo(() => {
    if (!sketch || start === null) return null;
    const points = sketchPoints(sketch, start).map(({ step, value }) => ({ x: step, y: value }));
    return {
      to: sketch.to,
      guide: { names: ["your curve"], points, room: [start / ROOM, start * ROOM] },
      layer: (frame: Parameters<typeof SketchLayer>[0]["frame"], yScale: "linear" | "log") =>
        isAnswered ? null : <SketchLayer frame={frame} yScale={yScale} sketch={sketch} sceneKey={sceneKey} />,
    };
  }, [sketch, start, isAnswered, sceneKey]);
}

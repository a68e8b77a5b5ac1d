import { useEffect, useState } from "react";
import { useActions } from "../ui/actionsContext";
import { usePaste } from "./usePaste";
import "./csv.css";

/** Takes what is dropped or pasted anywhere on the page, and shows so while a file is dragged over it. */
export function DropTarget() {
  usePaste();
  const actions = useActions();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault(); // without it the browser opens the file instead
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false); // out of the window
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      actions.openFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [actions]);
  if (!isOver) return null;
  return (
    <div className="drop-target">
      <p>
        <b>Drop a CSV file to train on it, an archive of CIFAR, or a saved experiment or run to open it.</b> It never
        leaves this browser.
      </p>
    </div>
  );
}

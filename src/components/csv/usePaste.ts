import { useEffect } from "react";
import { useActions } from "../ui/actionsContext";
import { TYPED } from "../ui/useShortcuts";
import { pastedFile } from "./pastedFile";

/** Opens what is pasted anywhere on the page but in a field: a file, rows of a table, or a saved experiment or run. */
export function usePaste(): void {
  const actions = useActions();
  useEffect(() => {
    const onPaste = ({ clipboardData, target, defaultPrevented }: ClipboardEvent) => {
      const isField = target instanceof Element && target.closest(TYPED) !== null;
      if (isField || defaultPrevented || !clipboardData) return;
      const text = pastedFile(clipboardData.getData("text/plain"));
      const files = clipboardData.files.length > 0 ? [...clipboardData.files] : text ? [text] : [];
      if (files.length > 0) actions.openFiles(files);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [actions]);
}

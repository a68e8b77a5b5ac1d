import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./Icon";
import "./dialog.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/** A modal dialog of the browser's own: Escape, the close button and a click outside close it, and the focus returns. */
export function Dialog({ title, isOpen, onClose, className, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it for the keyboard
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ""}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {isOpen ? (
        <div className="dialog-body">
          <header>
            <h2>{title}</h2>
            <button type="button" className="btn quiet square" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}

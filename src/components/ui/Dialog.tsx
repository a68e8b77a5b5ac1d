import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./Icon";
import "./dialog.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/** Whether a click follows a link to another place of the page, which is not in the dialog. */
const leadsElsewhere = (event: MouseEvent<HTMLDialogElement>): boolean => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  return link !== null && !event.isDefaultPrevented();
};

/**
 * A modal dialog of the browser's own: Escape, the close button, a click outside and a link to a place of the page close it, and the
 * focus returns.
 */
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
      onClick={(event) => (event.target === dialog.current || leadsElsewhere(event)) && onClose()}
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

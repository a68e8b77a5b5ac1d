import { Component, type ReactNode } from "react";
import { useActions } from "../ui/actionsContext";
import "./boundary.css";

interface BoundaryProps {
  /** What failed, and whose place the message takes. */
  around: "figure" | "dialog" | "page";
  children: ReactNode;
}

/**
 * Keeps an error in drawing from taking the rest of the page along. The run is not drawn but kept outside (store and workers), so it
 * goes on meanwhile, can be saved, and is there when it is drawn again.
 */
export class Boundary extends Component<BoundaryProps, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <Stopped around={this.props.around} message={message} onAgain={() => this.setState({ message: null })} />;
  }
}

const PLACES = {
  figure: { className: "stopped-figure", kept: "The run and the rest of the page go on." },
  dialog: { className: "stopped-dialog", kept: "The run and the page go on." },
  page: { className: "stopped-page", kept: "The run is kept, and goes on if it was training." },
} as const;

interface StoppedProps {
  around: BoundaryProps["around"];
  message: string;
  onAgain: () => void;
}

function Stopped({ around, message, onAgain }: StoppedProps) {
  const actions = useActions();
  const { className, kept } = PLACES[around];
  return (
    <section className={className} role="alert">
      <h2>{`This ${around} cannot be drawn`}</h2>
      <p>{`${message}. ${kept} Page translators and other extensions can do this.`}</p>
      <div className="stopped-actions">
        <button type="button" className="btn primary" onClick={onAgain}>
          Draw it again
        </button>
        <button type="button" className="btn" onClick={() => void actions.saveRun()}>
          Save the run
        </button>
      </div>
    </section>
  );
}

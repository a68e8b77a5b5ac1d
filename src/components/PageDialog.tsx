import { Boundary } from "./states/Boundary";
import { Dialog } from "./ui/Dialog";
import { Later } from "./ui/Later";

const LATE = "Its script is still on its way: a slow line can do that. Wait, or close this and open it again.";

/** The dialogs of the page. Each opens at once; what stands in it is fetched when it is first opened. */
const DIALOGS = {
  help: { title: "Help", fetchBody: async () => (await import("./HelpBody")).HelpBody },
  kept: { title: "Kept runs", fetchBody: async () => (await import("./kept/KeptBody")).KeptBody },
  settings: {
    title: "Methods and settings",
    fetchBody: async () => (await import("./controls/SettingsBody")).SettingsBody,
  },
  scenes: { title: "Scenes", fetchBody: async () => (await import("./scenes/ScenesBody")).ScenesBody },
  present: { title: "Presentation", fetchBody: async () => (await import("./embed/Presenter")).Presenter },
  poster: {
    title: "The poster, here",
    fetchBody: async () => (await import("./article/poster/PosterBody")).PosterBody,
  },
  glossary: {
    title: "Every word and symbol",
    fetchBody: async () => (await import("./article/glossary/GlossaryBody")).GlossaryBody,
  },
  embed: { title: "Embed this figure", fetchBody: async () => (await import("./embed/SnippetBody")).SnippetBody },
  talk: { title: "Talk", fetchBody: async () => (await import("./embed/ScenePresenter")).ScenePresenter },
} as const;

export type PageDialogId = keyof typeof DIALOGS;

/** A dialog of the page, open or closed. */
export function PageDialog({ id, isOpen, onClose }: { id: PageDialogId; isOpen: boolean; onClose: () => void }) {
  const { title, fetchBody } = DIALOGS[id];
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      className={id === "talk" ? "of-present of-talk" : `of-${id}`}
    >
      <Boundary around="dialog">
        <Later fetchPart={fetchBody} late={<p>{LATE}</p>} />
      </Boundary>
    </Dialog>
  );
}

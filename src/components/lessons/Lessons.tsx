import { LESSON_LIST } from "../../config/lessons/lessons";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Dialog } from "../ui/Dialog";
import { focusLessonsButton } from "./focusLessonsButton";
import { LessonCard } from "./LessonCard";
import { LessonList } from "./LessonList";

/** The lesson that is open, or the list of all. */
export function Lessons() {
  const actions = useActions();
  const close = () => {
    actions.setLesson(null);
    focusLessonsButton();
  };
  const isList = useExperiment((state) => state.display.lesson === LESSON_LIST);
  return (
    <>
      <Dialog title="Lessons" isOpen={isList} onClose={() => isList && close()}>
        <LessonList />
      </Dialog>
      <LessonCard />
    </>
  );
}

import { writeFileSync } from "node:fs";
import { lessonSceneSet } from "../src/cli/lessons/lessonScenes";
import { LESSONS } from "../src/config/lessons/lessons";
import { sceneDocument } from "../src/config/scenes/sceneSet";

/* npm run scenes: writes the scenes of each lesson, made of its steps, to public/scenes; a test makes them again */
for (const lesson of LESSONS) writeFileSync(`public/scenes/${lesson.id}.json`, sceneDocument(lessonSceneSet(lesson)));

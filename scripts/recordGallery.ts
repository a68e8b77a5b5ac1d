import { writeModels } from "./galleryModels";

// Records every model of the gallery, or those that are named: npm run gallery:models -- sine
await writeModels(process.argv.slice(2));
process.exit(0); // the trainer's ports would keep Node alive

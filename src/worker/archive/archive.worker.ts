import type { ArchiveEvent, ArchiveRequest } from "../../protocol/archive";
import { openChannel, startHeartbeat, throwRejections } from "../../protocol/channel";
import { readToKeep } from "./readToKeep";

const channel = openChannel<ArchiveEvent, ArchiveRequest>(self);
channel.receive(({ file }) => void readToKeep(file, (event) => channel.send(event)));
startHeartbeat(self);
throwRejections(self);

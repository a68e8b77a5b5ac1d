import type { Channel } from "../../protocol/channel";
import type { Command, WorkerEvent } from "../../protocol/messages";
import { unreachable } from "../../protocol/unreachable";
import { failureOf } from "../notices";
import type { Trainer } from "./trainer";

/** Obeys every command of a channel; a command that fails becomes a `failure` event of its experiment. */
export function serve(channel: Channel<WorkerEvent, Command>, trainer: Trainer): void {
  channel.receive((command) => {
    try {
      obey(command, trainer);
    } catch (error) {
      const experiment = "experiment" in command ? command.experiment : "";
      const step = trainer.sessionOf(experiment)?.reached ?? null;
      channel.send({ type: "failure", experiment, notice: failureOf(error, step) });
    }
  });
}

function obey(command: Command, trainer: Trainer): void {
  switch (command.type) {
    case "connectAnalysis":
      trainer.connectAnalysis(command.port);
      break;
    case "configure":
      trainer.configure(command);
      break;
    case "readCsv":
      void trainer.readCsv(command.csv, command.wish);
      break;
    case "play":
      trainer.sessionOf(command.experiment)?.play();
      break;
    case "pause":
      trainer.sessionOf(command.experiment)?.pause();
      break;
    case "step":
      trainer.sessionOf(command.experiment)?.step();
      break;
    case "runTo":
      trainer.sessionOf(command.experiment)?.runTo(command.step);
      break;
    case "tellRest":
      trainer.sessionOf(command.experiment)?.tellRest(command.question);
      break;
    case "metaStep":
      trainer.sessionOf(command.experiment)?.metaStep(command.run);
      break;
    case "setHyperparam":
      trainer.sessionOf(command.experiment)?.setHyperparam(command.run, command.name, command.value);
      break;
    case "setSteps":
      trainer.sessionOf(command.experiment)?.setSteps(command.steps);
      break;
    case "setSpeed":
      trainer.sessionOf(command.experiment)?.setSpeed(command.stepsPerSecond);
      break;
    case "setViews":
      trainer.sessionOf(command.experiment)?.setViews(command.views);
      break;
    default:
      unreachable(command);
  }
}

/** A task that cannot be built: names the file or option, what would do, and the remedy, as a notice shows them. */
export class TaskError extends Error {
  override readonly name = "TaskError";

  constructor(
    /** "cifar10/train_0.png is missing" */
    readonly title: string,
    /** What was found, what would do. */
    readonly detail: string,
    /** What to do now. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${title}. ${detail} ${remedy}`, options);
  }
}

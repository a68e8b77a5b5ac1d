import { ConfigError } from "../config/experiment/notes";

/**
 * The part of a list that one of several machines takes: of "2/3" every third, from the second on, so that long and short ones are
 * spread. All of it where no shard is named. Throws `ConfigError`.
 */
export function shardOf<One>(list: readonly One[], shard: string | undefined): One[] {
  if (shard === undefined) return [...list];
  const [, part, parts] = (/^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? []).map(Number);
  if (part !== undefined && parts !== undefined && part >= 1 && part <= parts)
    return list.filter((_, index) => index % parts === part - 1);
  const detail = "Allowed: PART/PARTS, as of Playwright, with the first part 1.";
  throw new ConfigError([{ title: `--shard is "${shard}"`, detail, remedy: "Write --shard 1/3, say." }]);
}

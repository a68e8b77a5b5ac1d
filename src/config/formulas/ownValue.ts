/** A record's own value: a name from outside, such as that of a run, may be one that every object answers to ("constructor"). */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

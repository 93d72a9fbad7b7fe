import { Option } from "commander";

/** An option that can be given several times; its value is the list of what was given, empty without it. */
export function repeatableOption(flags: string, description: string): Option {
  return new Option(flags, `${description}; repeatable`)
    .argParser((value: string, previous: readonly string[]) => [...previous, value])
    .default([], "none");
}

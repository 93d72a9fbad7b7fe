import { Option } from "commander";

/** An option with a value that can be given several times. @param none What no value means, for the help. */
export function repeatableOption(flags: string, description: string, none: string): Option {
  return new Option(flags, description)
    .argParser((value: string, previous: readonly string[]) => [...previous, value])
    .default([], none);
}

import { Option } from "commander";

/**
 * An option that can be given several times; its value is the list of what was given.
 * @param none What it means not to give it, for the help.
 */
export function repeatableOption(flags: string, description: string, none: string): Option {
  return new Option(flags, `${description}; repeatable`)
    .argParser((value: string, previous: readonly string[]) => [...previous, value])
    .default([], none);
}

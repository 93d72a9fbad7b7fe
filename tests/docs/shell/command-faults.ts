import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { createProgram } from "../../../cli/command/program";
import { processSurroundings } from "../../../cli/command/surroundings";
import { repository } from "../../../tools/repository";
import { selectByWords } from "../../../tools/test/selection/selection";
import type { SimpleCommand } from "./simple-commands";

/** Programs that the documentation may use without explanation. */
const known = new Set(
  (
    "aws base64 case cat cd chmod cp curl date do done echo esac exit export fi flock gh git gpg grep head jq kill kubectl mkdir mocha mv node " +
    "npx printf pulumi rm sed set sh shred sleep sort tar tee test touch tsx umask unset xargs"
  ).split(" "),
);
const npmCommands = new Set(["ci", "install", "pack", "publish", "version", "view", "init"]);

/** What is wrong with a command of the documentation: it, or a flag of it, does not exist. */
export function commandFaults([name = "", ...words]: SimpleCommand, { complete = true } = {}): string[] {
  if (name === "npx") {
    const [inner = "", ...rest] = words.filter((word, index) => index > 0 || !word.startsWith("-"));
    return known.has(inner) ? [] : commandFaults([inner, ...rest], { complete });
  }
  if (name === "npm") return npmFaults(words);
  if (name === "vnc-cloud") return vncCloudFaults(words, complete);
  return known.has(name) ? [] : [`there is no command ${name}`];
}

function npmFaults([verb = "", ...words]: readonly string[]): string[] {
  if (verb === "test") return testFaults(words);
  if (verb !== "run") return npmCommands.has(verb) ? [] : [`npm ${verb} is not expected here`];
  const text = readFileSync(resolve(repository, "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  const script = words.find((word) => !word.startsWith("-")) ?? "";
  return Object.hasOwn(scripts, script) ? [] : [`there is no script ${script}`];
}

function testFaults(words: readonly string[]): string[] {
  const named = words.filter((word, index) => !word.startsWith("-") && words[index - 1] !== "--grep");
  try {
    selectByWords(named);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function vncCloudFaults(words: readonly string[], complete: boolean): string[] {
  let command: Command;
  try {
    command = createProgram(words, { ...processSurroundings(), exitWith: () => undefined });
  } catch (error) {
    return [`vnc-cloud ${words.join(" ")} cannot be loaded: ${(error as Error).message}`];
  }
  const faults: string[] = [];
  const given: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    const inner = command.commands.find((candidate) => candidate.name() === word);
    if (inner !== undefined && given.length === 0) command = inner;
    else if (word === "-" || !word.startsWith("-")) given.push(word);
    else {
      const { takesValue, fault } = optionOf(command, word);
      if (fault !== undefined) faults.push(`${command.name()} has no option ${fault}`);
      if (takesValue) index += 1;
    }
  }
  return complete ? [...faults, ...argumentFaults(command, given)] : faults;
}

function optionOf(command: Command, word: string): { takesValue: boolean; fault?: string } {
  const [flag = "", value] = word.split("=");
  if (["--help", "-h"].includes(flag)) return { takesValue: false };
  const option = command.options.find(({ long, short }) => long === flag || short === flag);
  if (option === undefined) return { takesValue: false, fault: flag };
  return { takesValue: option.required && value === undefined };
}

function argumentFaults(command: Command, given: readonly string[]): string[] {
  const { registeredArguments } = command;
  if (command.commands.length > 0 && given.length > 0 && registeredArguments.length === 0)
    return [`${command.name()} has no command ${given[0]}`];
  const least = registeredArguments.filter(({ required }) => required).length;
  const most = registeredArguments.some(({ variadic }) => variadic) ? Infinity : registeredArguments.length;
  if (given.length >= least && given.length <= most) return [];
  return [`${command.name()} takes ${least} to ${most} arguments, not ${given.length}`];
}

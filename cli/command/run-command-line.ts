import { CommanderError } from "commander";
import { ExitCode } from "../exit-code/exit-code";
import { styler } from "../output/colour";
import { createProgram } from "./program";
import type { Surroundings } from "./surroundings";

/**
 * Runs one command line to its end.
 * @param words The arguments, without `node` and the script.
 * @returns What the process shall exit with. Never rejects: whatever fails is one message on `errors`.
 */
export async function runCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.success;
  const context = { ...surroundings, exitWith: (code: ExitCode) => void (exitCode = code) };
  try {
    const program = createProgram(words, context);
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.success : ExitCode.failure;
    if (isClosedPipe(error)) return exitCode;
    const paint = styler(surroundings.errors, surroundings.environment);
    surroundings.errors.write(`${paint("red", "error:")} ${messageOf(error)}\n`);
    return ExitCode.failure;
  }
}

/** The reader of our output went away (`| head`): it has all it wanted. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

const programmingErrors = [TypeError, RangeError, ReferenceError, SyntaxError];

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurMistake = programmingErrors.some((kind) => error instanceof kind);
  return isOurMistake
    ? `this is a mistake in vnc-cloud itself, please report it: ${error.stack}`
    : error.message;
}

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../engine";
import { runProcess, type ProcessResult } from "../process/run-process";
import { sessionEnvironment } from "./environment";

/** How one `pulumi` command is run. */
export interface RunOptions {
  /** The folder of the program. */
  readonly cwd: string;
  /** Variables for this command alone, over those of the session. `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether the output appears on this process's own standard output and error as well, as it comes. Default false. */
  readonly show?: boolean;
  /** Whether the output is coloured. Default false. */
  readonly colour?: boolean;
  /** Interrupts the command, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

/**
 * The real Pulumi command line, shut off from everything that a person has set up: its own home, its state in files of a
 * temporary folder, and no network but what the programs use.
 *
 * @example
 * const session = await PulumiSession.start(await prepareEngine());
 * await session.run(["stack", "init", "dev"], { cwd });
 * const { exitCode, stdout } = await session.run(["up", "--yes"], { cwd });
 * await session.dispose();
 */
export class PulumiSession {
  private constructor(
    private readonly engine: Engine,
    /** Where all files of the session are: its home, its states and its temporary files. */
    readonly folder: string,
    /** The environment of the session's commands, for what else has to run in it, the Automation API for instance. */
    readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Starts a session with no stacks. The passphrase encrypts the secrets of its stacks. */
  static async start(engine: Engine, passphrase = "session"): Promise<PulumiSession> {
    const folder = await mkdtemp(join(tmpdir(), "pulumi-session-"));
    const environment = sessionEnvironment(engine, folder, passphrase);
    for (const name of ["home", "state", "temporary"]) await mkdir(join(folder, name));
    return new PulumiSession(engine, folder, environment);
  }

  /** Runs one command, which never asks anything. A command that fails is a result: see its `exitCode`. */
  run(commandArguments: readonly string[], options: RunOptions): Promise<ProcessResult> {
    const { colour, env, ...processOptions } = options;
    const always = ["--non-interactive", "--color", colour ? "always" : "never"];
    return runProcess(this.engine.pulumi, [...commandArguments, ...always], {
      ...processOptions,
      // Two interrupts make Pulumi end at once, and leave its plugins running.
      apartFromTerminal: true,
      env: { ...this.environment, ...env },
    });
  }

  /** Removes the session's home, state and temporary files. */
  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

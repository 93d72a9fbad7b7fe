import { stripVTControlCharacters } from "node:util";
import type { PulumiSession } from "../../engine";
import { BrokenClaim } from "../screen/broken-claim";
import type { Narrator } from "../screen/narrator";
import type { Quickstart } from "./quickstart";
import type { Service } from "./service";

/** An address as the stack's state knows it. */
export interface ManagedAddress {
  readonly cloudAddress: string;
  readonly password: string;
}

/** What is needed of `pulumi stack export --show-secrets`. */
interface ExportedStack {
  deployment: {
    resources?: {
      type: string;
      urn: string;
      id: string;
      outputs: { cloudPassword: { plaintext: string } };
    }[];
  };
}

/** Leave out what is there for a person at a live terminal only, and the path of the state's file. */
const displaySwitches = ["--suppress-progress", "--suppress-permalink=true"];

/** The real Pulumi CLI on the copy of the quickstart, told of the service by environment variables. */
export class Pulumi {
  readonly #environment: Record<string, string>;

  constructor(
    private readonly session: PulumiSession,
    private readonly quickstart: Quickstart,
    service: Service,
    private readonly narrator: Narrator,
    private readonly interruption: AbortSignal,
  ) {
    this.#environment = {
      VNC_CLOUD_ENDPOINT: service.endpoint,
      VNC_CLOUD_API_KEY: service.credentials.apiKey,
      VNC_CLOUD_API_SECRET: service.credentials.apiSecret,
      // Halves the time of each run. The types of the examples are checked by the tests.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    };
  }

  async initialize(stack: string): Promise<void> {
    await this.run(["stack", "init", stack], []);
  }

  /** Runs a command that deploys, or shows a deployment, before the reader's eyes. Returns what it printed. */
  async show(...words: string[]): Promise<string> {
    return this.run(words, displaySwitches);
  }

  /** The addresses in the state by resource name, passwords in the clear. Nothing of it is shown. */
  async addresses(): Promise<Record<string, ManagedAddress>> {
    const words = ["stack", "export", "--show-secrets"];
    const { exitCode, stdout } = await this.session.run(words, {
      cwd: this.quickstart.folder,
      env: this.#environment,
      signal: this.interruption,
    });
    this.interruption.throwIfAborted();
    expectSuccess(words, exitCode);
    const { deployment } = JSON.parse(stdout) as ExportedStack;
    const resources = (deployment.resources ?? []).filter(({ type }) => type.endsWith(":CloudAddress"));
    return Object.fromEntries(
      resources.map(({ urn, id, outputs }) => {
        const password = JSON.parse(outputs.cloudPassword.plaintext) as string;
        return [urn.split("::").at(-1) as string, { cloudAddress: id, password }];
      }),
    );
  }

  private async run(words: string[], switches: string[]): Promise<string> {
    const { screen } = this.narrator;
    this.narrator.command(["pulumi", ...words].join(" "));
    const command = this.session.run([...words, ...switches], {
      cwd: this.quickstart.folder,
      env: this.#environment,
      signal: this.interruption,
      show: true,
      colour: screen.coloured,
    });
    const { exitCode, stdout, stderr } = await screen.during(`pulumi ${words[0]}`, command);
    screen.record(stdout + stderr);
    this.interruption.throwIfAborted();
    expectSuccess(words, exitCode);
    if (!stdout.endsWith("\n\n")) screen.print("");
    return stripVTControlCharacters(stdout);
  }
}

function expectSuccess(words: string[], exitCode: number): void {
  if (exitCode === 0) return;
  throw new BrokenClaim(`\`pulumi ${words.join(" ")}\` succeeds`, "exit code 0", `exit code ${exitCode}`);
}

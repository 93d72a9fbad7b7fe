import { copyFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "../../../tools/engine/process/run-process";
import { measureRun } from "../../machine/measured-run";
import type { Service } from "../../service/service";
import { wantedAfter, type Step } from "../../workload/step";
import { parallel, type Subject, type Usage } from "../subject";
import { isProvider, openTofuEnvironment, type OpenTofu } from "./opentofu";

const commands: Readonly<Record<Step, readonly string[]>> = {
  create: ["apply", "-auto-approve"],
  "no-op preview": ["plan"],
  "no-op up": ["apply", "-auto-approve"],
  refresh: ["apply", "-auto-approve", "-refresh-only"],
  "change one field": ["apply", "-auto-approve"],
  "rotate passwords": ["apply", "-auto-approve"],
  destroy: ["destroy", "-auto-approve"],
};

/** A project of the real OpenTofu that declares the addresses with a generic REST provider, in a folder of its own. */
export class OpenTofuProject implements Subject {
  private constructor(
    readonly name: "OpenTofu" | "OpenTofu -refresh=false",
    private readonly openTofu: OpenTofu,
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** @param name With or without the look at every address with which OpenTofu begins. */
  static async create(
    name: OpenTofuProject["name"],
    openTofu: OpenTofu,
    service: Service,
    count: number,
  ): Promise<OpenTofuProject> {
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-benchmark-"));
    const configuration = join(folder, "command-line.tfrc");
    await copyFile(join(__dirname, "addresses.tf"), join(folder, "addresses.tf"));
    await writeFile(configuration, commandLineConfiguration(openTofu.mirror));
    const names = Array.from({ length: count }, (_, index) => `device-${index}`);
    await writeFile(join(folder, "names.auto.tfvars.json"), JSON.stringify({ names }));
    const project = new OpenTofuProject(name, openTofu, folder, {
      ...openTofuEnvironment(),
      HOME: folder,
      TF_CLI_CONFIG_FILE: configuration,
      TF_IN_AUTOMATION: "true",
      REST_API_URI: service.endpoint,
      REST_API_USERNAME: service.apiKey,
      REST_API_PASSWORD: service.apiSecret,
      // Passwords are among it.
      API_DATA_IS_SENSITIVE: "true",
    });
    await project.tofu(["init"]);
    return project;
  }

  async run(step: Step): Promise<Usage> {
    const { group, passwordVersion } = wantedAfter(step);
    const run = await measureRun(() =>
      this.tofu(this.wordsOf(step), { TF_VAR_group: group, TF_VAR_password_version: passwordVersion }),
    );
    return {
      seconds: run.seconds,
      cpuSeconds: run.cpuSeconds,
      programMemory: undefined,
      providerMemory: run.peakMemory(isProvider),
      stateBytes: (await stat(join(this.folder, "terraform.tfstate")).catch(() => undefined))?.size,
    };
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private wordsOf(step: Step): readonly string[] {
    const refreshes = this.name === "OpenTofu" || step === "refresh";
    return [...commands[step], ...(refreshes ? [] : ["-refresh=false"]), `-parallelism=${parallel}`];
  }

  private async tofu(
    words: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { exitCode, stdout, stderr } = await runProcess(
      this.openTofu.tofu,
      [...words, "-input=false", "-no-color"],
      { cwd: this.folder, env: { ...this.environment, ...variables } },
    );
    if (exitCode === 0) return;
    throw new Error(
      `\`tofu ${words.join(" ")}\` of "${this.name}" ended with code ${exitCode}.\n${stdout}${stderr}`,
    );
  }
}

/** What makes OpenTofu take providers from a folder and from nowhere else. */
function commandLineConfiguration(mirror: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}

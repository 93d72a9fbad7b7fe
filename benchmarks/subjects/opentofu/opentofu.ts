import { basename, join } from "node:path";
import type { GoModule } from "../../../tools/engine/making/go-module";

/** The versions that are measured: the newest that the Go module registry serves. */
export const openTofuVersion = "1.12.6";
export const restapiVersion = "1.20.0";

/** OpenTofu with the provider, ready to run. */
export interface OpenTofu {
  /** The `tofu` executable. */
  readonly tofu: string;
  /** The folder in which it finds the provider, laid out as its `filesystem_mirror` wants it. */
  readonly mirror: string;
}

const extension = process.platform === "win32" ? ".exe" : "";
const folder = join(__dirname, "go");

export const openTofu: GoModule = {
  folder: join(folder, "tofu"),
  package: "github.com/opentofu/opentofu/cmd/tofu",
  executable: `tofu${extension}`,
  linkerFlags: "-s -w -X github.com/opentofu/opentofu/version.dev=no",
};

/** Mastercard's generic provider for REST services. */
export const restapi: GoModule = {
  folder: join(folder, "restapi"),
  package: "github.com/Mastercard/terraform-provider-restapi",
  executable: `terraform-provider-restapi${extension}`,
  linkerFlags: "-s -w",
};

/** Whether a command line is that of the provider's process. */
export function isProvider(command: string): boolean {
  const [executable = ""] = command.split(" ");
  return basename(executable).startsWith("terraform-provider-restapi");
}

/** What a person has set for their own projects, which must not reach ours. */
const personal = /^(TF_|TOFU_|REST_API_|API_DATA_)/;

/** The environment of every run of ours, without what is said for it alone. */
export function openTofuEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.test(name)));
}

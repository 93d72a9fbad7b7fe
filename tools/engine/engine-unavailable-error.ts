import { oldestGo } from "./making/go-module";
import { acceptedVersions } from "./versions";

/** No way to a Pulumi engine worked. Its message names each with the reason and says what to do. */
export class EngineUnavailableError extends Error {
  override readonly name = "EngineUnavailableError";

  constructor(tried: readonly { readonly name: string; readonly fault: string }[]) {
    super(
      [
        "There is no Pulumi engine, and none could be made:",
        ...tried.map(({ name, fault }) => `  - ${name}: ${fault}.`),
        `Install Pulumi (${acceptedVersions}) as https://www.pulumi.com/docs/install/ says, so that \`pulumi\` and`,
        `\`pulumi-language-nodejs\` are on PATH. Or install Go ${oldestGo()} or newer (https://go.dev/doc/install) and run`,
        "`npm run engine` again: it then builds the engine from source, with the Go module proxy as its only source.",
      ].join("\n"),
    );
  }
}

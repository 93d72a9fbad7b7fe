import { expect } from "chai";
import { prepareEngine, PulumiSession } from "../../tools/engine";
import { documents } from "../docs/markdown/documents";
import { simpleCommands } from "../docs/shell/simple-commands";

/** Commands of Pulumi that have commands of their own. */
const groups = new Set(["config", "plugin", "policy", "stack", "state"]);

describe("the commands of Pulumi in the Markdown files", function () {
  this.timeout(120_000);
  let session: PulumiSession;
  before(async () => (session = await PulumiSession.start(await prepareEngine())));
  after(() => session.dispose());

  /** Name of a command → what its `--help` prints. */
  const helps = new Map<string, Promise<string>>();
  function helpOf(name: string): Promise<string> {
    const help =
      helps.get(name) ??
      session
        .run([...name.split(" "), "--help"], { cwd: ".", env: { PULUMI_DEBUG_COMMANDS: "true" } })
        .then(({ stdout }) => stdout);
    helps.set(name, help);
    return help;
  }

  async function faultsOf(words: readonly string[]): Promise<string[]> {
    const [first = "", second = ""] = words;
    const isInGroup = groups.has(first) && /^[a-z-]+$/.test(second) && !second.startsWith("-");
    const name = isInGroup ? `${first} ${second}` : first;
    const help = await helpOf(name);
    const known = new RegExp(`^(  pulumi ${name}\\b|Aliases:\\n.*\\b${isInGroup ? second : first}\\b)`, "m");
    if (!known.test(help)) return [`there is no command pulumi ${name}`];
    const flags = words
      .filter((word) => /^-{1,2}[a-z]/.test(word))
      .map((word) => word.split("=")[0] as string);
    return flags
      .filter((flag) => !new RegExp(`(^|[ ,])${flag}\\b(?!-)`, "m").test(help))
      .map((flag) => `pulumi ${name} has no option ${flag}`);
  }

  it("exist, with every flag that they are given", async () => {
    const faults: string[] = [];
    for (const { path, blocks, codeSpans } of documents()) {
      const shell = blocks.filter(({ language }) => ["sh", "bash", "shell"].includes(language));
      const texts = [
        ...shell.map(({ code }) => code),
        ...codeSpans.filter((code) => code.startsWith("pulumi ")),
      ];
      for (const [program, ...words] of texts.flatMap(simpleCommands)) {
        // "pulumi ..." stands for any command.
        if (program !== "pulumi" || words[0] === "...") continue;
        faults.push(...(await faultsOf(words)).map((fault) => `${path}: ${fault}`));
      }
    }
    expect(faults).to.deep.equal([]);
    expect(helps.size).to.be.above(10);
  });

  it("are known to be wrong when they do not exist", async () => {
    expect(await faultsOf(["preview", "--refesh"])).to.deep.equal(["pulumi preview has no option --refesh"]);
    expect(await faultsOf(["stack", "exprt"])).to.deep.equal(["there is no command pulumi stack exprt"]);
    expect(await faultsOf(["preveiw"])).to.deep.equal(["there is no command pulumi preveiw"]);
  });
});

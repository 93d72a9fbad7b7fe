import { expect } from "chai";
import { blocksOf, documents } from "./markdown/documents";
import { commandFaults } from "./shell/command-faults";
import { simpleCommands } from "./shell/simple-commands";

describe("the commands in the Markdown files", () => {
  it("exist, with every flag that they are given, in shell blocks", () => {
    const blocks = blocksOf("sh", "bash", "shell");
    const faults = blocks.flatMap(({ path, code }) =>
      simpleCommands(code).flatMap((command) => commandFaults(command).map((fault) => `${path}: ${fault}`)),
    );
    expect(faults).to.deep.equal([]);
  });

  it("exist, with every flag that they are given, in running text", () => {
    const faults = documents().flatMap(({ path, codeSpans }) =>
      codeSpans
        .filter((code) => /^(npx |vnc-cloud(?: |$)|npm (?:run|test)\b)/.test(code))
        .flatMap(simpleCommands)
        .flatMap((command) =>
          commandFaults(command, { complete: false }).map((fault) => `${path}: ${fault}`),
        ),
    );
    expect(faults).to.deep.equal([]);
  });

  for (const [command, fault] of [
    ["npx vnc-cloud list --jsno", "list has no option --jsno"],
    ["vnc-cloud lst", "vnc-cloud has no command lst"],
    ["pulumi stack export | vnc-cloud access diff - --mermaid", "diff has no option --mermaid"],
    ["vnc-cloud access diff", "diff takes 1 to 2 arguments, not 0"],
    ["X=1 vnc-cloud get", "get takes 1 to 1 arguments, not 0"],
    ["npm run biuld", "there is no script biuld"],
    ["npm test -- tests/nothing", 'There is no "tests/nothing"'],
    ['echo "$(vnc-cloud list --nothing)"', "list has no option --nothing"],
    ["vnc-clod list", "there is no command vnc-clod"],
  ] as const) {
    it(`are known to be wrong: ${command}`, () => {
      const faults = simpleCommands(command).flatMap((words) => commandFaults(words));
      expect(faults.join()).to.contain(fault);
    });
  }

  it("are read as a shell reads them", () => {
    const script = [
      "# a comment",
      "A=1 pulumi up --yes # another",
      "npx vnc-cloud get \\",
      '  "a b" > out.json 2> errors.txt',
      "cat <<'END' | sort",
      "no command",
      "END",
      "if ! x; then y && z; fi",
    ].join("\n");
    expect(simpleCommands(script)).to.deep.equal([
      ["pulumi", "up", "--yes"],
      ["npx", "vnc-cloud", "get", "a b"],
      ["cat"],
      ["sort"],
      ["x"],
      ["y"],
      ["z"],
      ["fi"],
    ]);
  });
});

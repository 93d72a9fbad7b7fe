import { expect } from "chai";
import { countsOf, Stack, writesOf, type Run } from "./support/stack";

const changedOutside = '"(changed outside Pulumi)"';

interface Policies {
  readonly declared?: string;
  readonly ignoring?: string;
  readonly untouched?: string;
}

const program = ({
  declared = 'passwordVersion: 1, onExternalChange: "resetPassword"',
  ignoring = "",
  untouched = 'groups: ["support"], passwordVersion: 1, onExternalChange: "resetPassword"',
}: Policies = {}): string => `
  new CloudAddress("declared", { action: "connect", ${declared} });
  new CloudAddress("undeclared", { action: "connect", onExternalChange: "resetPassword" });
  new CloudAddress("moved", {
    action: "listen", accessControl: { groups: ["support"] }, passwordVersion: "a", onExternalChange: "resetPassword",
  });
  new CloudAddress("ignoring", { action: "connect", ${ignoring} });
  new CloudAddress("untouched", { action: "connect", ${untouched} });
`;

describe("versions that somebody else wrote, under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let ids: Record<string, string>;
  before(async () => {
    stack = await Stack.create(program());
    await stack.up();
    ids = Object.fromEntries(Object.entries(await stack.state()).map(([name, { id }]) => [name, id]));
    for (const name of ["declared", "undeclared", "ignoring"])
      stack.emulator.resetPassword(ids[name] as string);
    stack.emulator.editAddress(ids.moved as string, { accessControl: { groups: ["intruders"] } });
  });
  after(() => stack.dispose());

  /** The messages of a run about an address, as people see them at its end. */
  const linesAbout = ({ stdout }: Run, name: string): string[] =>
    (stdout.split("Diagnostics:")[1] ?? "").split("\n").filter((line) => line.includes(ids[name] as string));

  it("a preview after a refresh shows the reset that is due, and asks for nothing but the details", async () => {
    const preview = await stack.preview("--refresh", "--diff");
    expect(preview.operations).to.deep.equal({ declared: "update", undeclared: "update", moved: "update" });
    expect(countsOf(preview)).to.deep.equal({ details: 5 });
    const shown = preview.stdout.replaceAll(/ +: /g, ": ");
    expect(shown).to.contain(`~ passwordVersion: ${changedOutside} => 1`);
    expect(shown).to.contain(`- passwordVersion: ${changedOutside}`);
    expect(shown).to.contain(`~ passwordVersion: ${changedOutside} => "a"`);
    expect(shown).to.match(/~ \[0\]: "intruders" => "support"/);
  });

  it("where it is to be ignored there is one readable line, and nothing else", async () => {
    const preview = await stack.preview("--refresh");
    expect(preview.operations).not.to.have.property("ignoring");
    expect(linesAbout(preview, "ignoring")).to.have.length(1);
    expect(linesAbout(preview, "ignoring")[0]).to.match(
      /was written by somebody else .* its password may have been reset\. A new passwordVersion resets it\.$/,
    );
    for (const name of ["declared", "undeclared", "moved", "untouched"]) {
      expect(linesAbout(preview, name)).to.deep.equal([]);
    }
  });

  it("up resets each once, with and without a declared passwordVersion, and after what moved was put right", async () => {
    const up = await stack.up("--refresh");
    const asked = (name: string): string[] =>
      up.requests
        .filter(({ path, operation }) => path.includes(ids[name] as string) && operation !== "details")
        .map(({ operation }) => operation);
    expect(asked("declared")).to.deep.equal(["reset", "ready"]);
    expect(asked("undeclared")).to.deep.equal(["reset", "ready"]);
    expect(asked("moved")).to.deep.equal(["change", "ready", "reset", "ready"]);
    expect(asked("ignoring")).to.deep.equal([]);
    expect(asked("untouched")).to.deep.equal([]);
    const { declared, undeclared } = await stack.state();
    expect(declared?.inputs?.passwordVersion).to.equal(1);
    expect(undeclared?.inputs).not.to.have.property("passwordVersion");
  });

  it("and then it is settled, through another refresh too", async () => {
    const again = await stack.up("--refresh");
    expect(again.operations).to.deep.equal({});
    expect(writesOf(again)).to.deep.equal([]);
    expect(linesAbout(again, "ignoring")).to.deep.equal([]);
  });

  it("a change of the argument alone is an update without a request; nothing else resets a password either", async () => {
    await stack.write(
      program({
        declared: 'passwordVersion: "1", onExternalChange: "ignore"',
        untouched: 'groups: ["support", "sales"], readyTimeoutSeconds: 60',
      }),
    );
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ declared: "update", untouched: "update" });
    expect(countsOf(up)).to.deep.equal({ change: 1, ready: 1, details: 1 });
  });

  it("a version that was ignored so far is not ignored once the program asks for the reset", async () => {
    await stack.write(program({ ignoring: 'onExternalChange: "resetPassword"' }));
    const up = await stack.up();
    expect(up.operations.ignoring).to.equal("update");
    expect(up.requests.filter(({ path }) => path.includes(ids.ignoring as string))).to.deep.equal([]);
    const refreshed = await stack.up("--refresh");
    expect(refreshed.operations).to.deep.equal({ ignoring: "update" });
    expect(writesOf(refreshed)).to.deep.equal(["reset"]);
    await stack.expectSettled();
  });

  it("A3: where a reset leaves the version as it is, nothing is claimed", async () => {
    stack.emulator.setQuirks({ resetBumpsVersion: false });
    stack.emulator.resetPassword(ids.declared as string);
    const preview = await stack.preview("--refresh", "--expect-no-changes");
    expect(preview.operations).to.deep.equal({});
    expect(linesAbout(preview, "declared")).to.deep.equal([]);
  });
});

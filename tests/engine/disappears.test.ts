import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { heldBy, idsOf } from "./support/addresses";
import { programOf, type Arguments } from "./support/program";
import { answersFor, countsOf, Stack } from "./support/stack";

const connect = { action: "connect" };
const grouped = { ...connect, groups: ["a"] };
const listen = { action: "listen", accessControl: { groups: ["a"] } };

/** Addresses that an update is due for when they are gone: before and after, and the request that finds out. */
const updates: Record<string, [before: Arguments, after: Arguments, answers: string]> = {
  "with other groups": [grouped, { ...connect, groups: ["b"] }, "change 404"],
  "with another accessControl": [
    listen,
    { action: "listen", accessControl: { groups: ["b"] } },
    "change 404",
  ],
  "with a new passwordVersion": [connect, { ...connect, passwordVersion: 1 }, "reset 404"],
  "with both": [grouped, { ...connect, groups: ["b"], passwordVersion: 1 }, "change 404"],
};

describe("addresses that are deleted outside Pulumi, under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let ids: Record<string, string>;
  let program: Record<string, Arguments>;

  const declare = (change: Record<string, Arguments | undefined>): Promise<void> => {
    const entries = Object.entries({ ...program, ...change }).filter(([, args]) => args !== undefined);
    program = Object.fromEntries(entries) as typeof program;
    return stack.write(programOf(program));
  };
  const disappear = (...names: string[]): void => {
    for (const name of names) stack.emulator.deleteAddress(ids[name] as string);
  };
  const upToTheEnd = () => stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
  const each = <Value>(names: readonly string[], value: Value): Record<string, Value> =>
    Object.fromEntries(names.map((name) => [name, value]));

  before(async () => {
    program = {
      stays: grouped,
      refreshed: grouped,
      "refreshed too": listen,
      previewed: grouped,
      removed: grouped,
      replaced: connect,
      ...Object.fromEntries(Object.entries(updates).map(([name, [args]]) => [name, args])),
    };
    stack = await Stack.create(programOf(program));
    await stack.up();
    ids = await idsOf(stack);
  });
  after(() => stack.dispose());

  it("before a refresh: they leave the state, the others stay, and one list confirms that the service is there", async () => {
    disappear("refreshed", "refreshed too");
    const refresh = await stack.refresh();
    expect(countsOf(refresh)).to.deep.equal({ details: Object.keys(program).length, list: 1 });
    for (const name of ["refreshed", "refreshed too"])
      expect(answersFor(refresh, ids[name])).to.equal("details 404");
    const { refreshed: _refreshed, "refreshed too": _refreshedToo, ...others } = ids;
    expect(await idsOf(stack)).to.deep.equal(others);
  });

  it("before a preview: with a refresh it plans another, without one it knows of nothing, and both leave the state", async () => {
    disappear("previewed");
    const before = await stack.state();
    const blind = await stack.preview();
    expect(blind.operations).to.deep.equal(each(["refreshed", "refreshed too"], "create"));
    expect(blind.requests).to.deep.equal([]);
    const preview = await stack.preview("--refresh");
    expect(preview.operations).to.deep.equal(each(["refreshed", "refreshed too", "previewed"], "create"));
    expect(answersFor(preview, ids.previewed)).to.equal("details 404");
    expect(await stack.state()).to.deep.equal(before);
  });

  it("before an update or a delete: updates fail and say so, deletes are done, and the state keeps what failed", async () => {
    const updated = Object.keys(updates);
    disappear("removed", "replaced", ...updated);
    const before = await stack.state();
    const passwords = await stack.passwords();
    await declare({
      removed: undefined,
      replaced: listen,
      ...Object.fromEntries(Object.entries(updates).map(([name, [, args]]) => [name, args])),
    });
    const up = await upToTheEnd();
    expect(up.exitCode).not.to.equal(0);
    expect(up.operations).to.deep.equal({
      ...each(["refreshed", "refreshed too"], "create"),
      ...each(updated, "update"),
      removed: "delete",
      replaced: "create-replacement replace delete-replaced",
    });
    expect(Object.keys(up.failures)).to.have.members(updated);
    const after = await stack.state();
    const kept = await stack.passwords();
    for (const [name, [, , answers]] of Object.entries(updates)) {
      expect(up.failures[name], name)
        .to.contain(`Cloud address "${ids[name]}" no longer exists`)
        .and.to.contain('Run "pulumi up --refresh" to create a new one')
        .and.not.to.match(/^\s+at /m);
      expect(answersFor(up, ids[name]), name).to.equal(answers);
      expect(after[name]?.id, name).to.equal(ids[name]);
      expect(after[name]?.outputs, name).to.deep.include({ etag: before[name]?.outputs.etag });
      expect(kept[name], name).to.equal(passwords[name]);
    }
    for (const name of ["removed", "replaced"]) expect(answersFor(up, ids[name])).to.equal("delete 404");
    expect(after).not.to.have.property("removed");
    expect(after.replaced?.id).not.to.equal(ids.replaced);
    expect(heldBy(stack, await idsOf(stack))).to.deep.equal({
      stays: grouped,
      refreshed: grouped,
      "refreshed too": listen,
      replaced: listen,
    });
  });

  it("and an up with a refresh makes those that are missing anew, and no other", async () => {
    const up = await stack.up("--refresh");
    const missing = ["previewed", ...Object.keys(updates)];
    expect(up.operations).to.deep.equal(each(missing, "create"));
    const now = await idsOf(stack);
    expect(now.stays).to.equal(ids.stays);
    for (const name of missing) expect(now[name], name).not.to.equal(ids[name]);
    expect(heldBy(stack, now)).to.deep.equal({
      ...program,
      "with a new passwordVersion": connect,
      "with both": { ...connect, groups: ["b"] },
    });
    await stack.expectSettled();
    ids = now;
  });

  describe("while it is waited until they are ready", () => {
    const waiting = ["created", "with other groups", "with a new passwordVersion"];

    /** Deletes each address that is asked for the first time whether it is ready. */
    async function deleteWhatIsPolled(): Promise<Record<string, string>> {
      const deleted = new Set<string>();
      const deadline = Date.now() + 60_000;
      while (deleted.size < waiting.length) {
        if (Date.now() > deadline) throw new Error("The run never asked whether the addresses are ready.");
        const polled = stack.emulator.snapshot().addresses.filter(({ changes }) => changes === "pending");
        const journal = stack.emulator.journal();
        for (const { cloudAddress } of polled) {
          const wasAsked = journal.some(
            (entry) =>
              entry.operation === "ready" && entry.cloudAddress === cloudAddress && entry.time > since,
          );
          if (!wasAsked) continue;
          deleted.add(cloudAddress);
          stack.emulator.deleteAddress(cloudAddress);
        }
        await sleep(10);
      }
      return Object.fromEntries([...deleted].map((id) => [nameOf(id), id]));
    }
    const nameOf = (id: string): string =>
      Object.entries(ids).find(([, known]) => known === id)?.[0] ?? "created";
    let since = 0;
    let gone: Record<string, string>;

    it("A44: the run fails, and the state keeps what was made", async () => {
      stack.emulator.setReadiness({ mode: "manual" });
      // A new address may answer 404 for a while: as long as is waited for it.
      await declare({
        created: { ...connect, readyTimeoutSeconds: 2 },
        "with other groups": { ...connect, groups: ["c"] },
        "with a new passwordVersion": { ...connect, passwordVersion: 2 },
      });
      since = Date.now();
      const [up, deleted] = await Promise.all([upToTheEnd(), deleteWhatIsPolled()]);
      gone = deleted;
      expect(up.exitCode).not.to.equal(0);
      expect(Object.keys(up.failures)).to.have.members(waiting);
      const state = await stack.state();
      for (const name of waiting) {
        // Of a new address that answers 404 nothing is certain as long as it is waited for.
        const reason = name === "created" ? /was not ready within 2 seconds/ : /no longer exists/;
        expect(up.failures[name], name).to.contain(gone[name]).and.to.match(reason);
        expect(state[name]?.id, name).to.equal(gone[name]);
        expect(state[name]?.initErrors?.join(), name).to.match(reason);
        expect(state[name]?.outputs.cloudPassword, name).to.have.property("ciphertext");
      }
      expect(answersFor(up, gone.created)).to.match(/^create 201 ready 200( ready 404)+$/);
      expect(answersFor(up, gone["with other groups"])).to.equal("change 200 ready 200 ready 404");
      expect(answersFor(up, gone["with a new passwordVersion"])).to.equal("reset 200 ready 200 ready 404");
      stack.emulator.setReadiness({ mode: "immediate" });
    });

    it("an up without a refresh says so again, and makes nothing twice", async () => {
      const up = await upToTheEnd();
      expect(Object.keys(countsOf(up))).to.deep.equal(["ready"]);
      expect(answersFor(up, gone.created)).to.match(/^ready 404( ready 404)+$/);
      expect(answersFor(up, gone["with other groups"])).to.equal("ready 404");
      expect(answersFor(up, gone["with a new passwordVersion"])).to.equal("ready 404");
      expect(Object.keys(up.failures)).to.have.members(waiting);
      for (const name of waiting) {
        const again = 'Run "pulumi up --refresh" to create a new one';
        expect(up.failures[name], name).to.contain(name === "created" ? "within 2 seconds" : again);
        expect((await stack.state())[name]?.id, name).to.equal(gone[name]);
      }
    });

    it("and with a refresh they are made anew", async () => {
      const up = await stack.up("--refresh");
      expect(up.operations).to.deep.equal(each(waiting, "create"));
      await stack.expectSettled();
    });
  });
});

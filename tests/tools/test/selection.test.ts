import { expect } from "chai";
import { layerNames } from "../../../tools/test/selection/layers";
import { plan } from "../../../tools/test/selection/plan";
import { selectAll, selectByWords, selectWithoutEngine } from "../../../tools/test/selection/selection";

const progress = { onProgress: () => undefined, close: () => undefined };
const stagesOf = (...words: string[]): string[] =>
  plan(selectByWords(words), { progress }).map(({ name }) => name);

describe("what is run of the tests", () => {
  it("is everything unless a part is named: the checks, all layers, and last those that take longest", () => {
    const names = plan(selectAll(), { progress }).map(({ name }) => name);
    expect(names).to.include.members(["build", "lint:format", "lint:openapi", "lint:code", "types"]);
    expect(names).to.include.members(layerNames());
    expect(names.slice(-3)).to.deep.equal(["package", "prepare:engine", "engine"]);
  });

  it("is a layer, with the build first if it uses the built package", () => {
    expect(stagesOf("provider")).to.deep.equal(["build", "provider"]);
    expect(stagesOf("access")).to.deep.equal(["access"]);
    expect(stagesOf("engine")).to.deep.equal(["build", "prepare:engine", "engine"]);
  });

  it("is a folder or a file of tests", () => {
    const { layers } = selectByWords(["tests/tools/test", "./tests/tools/test/selection.test.ts"]);
    expect([...layers]).to.deep.equal([
      ["tools", ["tests/tools/test/**/*.test.ts", "tests/tools/test/selection.test.ts"]],
    ]);
  });

  it("is a check", () => {
    expect(stagesOf("types", "lint:code")).to.deep.equal(["types", "lint:code"]);
  });

  it("is every layer but the engine's where only a pattern is given", () => {
    const { scripts, layers } = selectWithoutEngine();
    expect([...scripts]).to.deep.equal([]);
    expect([...layers.keys(), "engine"]).to.have.members(layerNames());
  });

  it("is nothing when a word names nothing: all of them are named, with what there is", () => {
    expect(() => selectByWords(["nothing", "types", "tests/tools/none.test.ts", "package.json"])).to.throw(
      /^There is no "nothing", "tests\/tools\/none\.test\.ts", "package\.json"\. Name a layer \(.*tools.*types/,
    );
  });
});

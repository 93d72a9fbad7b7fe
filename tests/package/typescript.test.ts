import { expect } from "chai";
import { ForeignProject } from "./foreign-project";

/** How projects resolve modules, and what their package.json says that their files are. */
const resolutions = [
  ["node16 as CommonJS", "commonjs", { module: "node16" }],
  ["node16 as ES modules", "module", { module: "node16" }],
  ["bundler", "module", { module: "esnext", moduleResolution: "bundler" }],
] as const;

describe("the packed package in a TypeScript project", function () {
  this.timeout(60_000);
  const projects: ForeignProject[] = [];

  after(() => Promise.all(projects.map((project) => project.remove())));

  for (const [name, type, modules] of resolutions) {
    for (const exactOptionalPropertyTypes of [false, true]) {
      const exact = exactOptionalPropertyTypes ? " with exact optional properties" : "";
      it(`has types that accept what is right and refuse what is wrong, resolved by ${name}${exact}`, async () => {
        const project = await ForeignProject.create(type, ["typescript", "@types/node"]);
        projects.push(project);
        await project.copyPrograms("typescript");
        const compilerOptions = { ...modules, ...strict, exactOptionalPropertyTypes };
        await project.write("tsconfig.json", JSON.stringify({ compilerOptions }));
        expect(await compile(project)).to.equal("");
      });
    }
  }
});

const strict = { target: "es2022", strict: true, noEmit: true, skipLibCheck: false, types: ["node"] };

/** Compiles the project, and returns what the compiler has to say. */
async function compile(project: ForeignProject): Promise<string> {
  try {
    return await project.run(process.execPath, "node_modules/typescript/lib/tsc.js", "--pretty", "false");
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

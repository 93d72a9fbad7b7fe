import { delimiter, dirname, join } from "node:path";
import { expect } from "chai";
import { runProcess } from "../../../tools/engine/process/run-process";
import { fakeInstallation } from "./fake-installation";
import { useTemporaryFolder } from "./temporary-folder";

describe("npm run engine", () => {
  const inFolder = useTemporaryFolder();

  it("prints the folder that it uses as its last line, which PulumiCommand.get takes as its root", async () => {
    const root = await fakeInstallation(inFolder("pulumi"));
    const main = join(__dirname, "..", "..", "..", "tools", "engine", "main.ts");
    const env = { ...process.env, PATH: [`${root}/bin`, dirname(process.execPath), "/bin"].join(delimiter) };
    const result = await runProcess(process.execPath, ["--import", "tsx", main], { env });
    expect(result).to.deep.equal({ exitCode: 0, stdout: `${root}\n`, stderr: "" });
  });
});

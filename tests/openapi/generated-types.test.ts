import { readFileSync } from "node:fs";
import { expect } from "chai";
import { generateTypes, typesFile } from "../../tools/openapi/generate-types";

describe("the types of the API description", () => {
  it("are what `npm run generate` makes of the description as it is now", async () => {
    const committed = readFileSync(typesFile, "utf8");
    expect(
      committed === (await generateTypes()),
      "openapi/types.ts is stale: run `npm run generate`",
    ).to.equal(true);
  });
});

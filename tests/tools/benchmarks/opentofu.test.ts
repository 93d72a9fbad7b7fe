import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  isProvider,
  openTofu,
  openTofuVersion,
  restapi,
  restapiVersion,
} from "../../../benchmarks/subjects/opentofu/opentofu";

describe("the OpenTofu of the benchmarks", () => {
  const modules = {
    OpenTofu: { module: openTofu, requirement: `github.com/opentofu/opentofu v${openTofuVersion} ` },
    restapi: {
      module: restapi,
      requirement: `github.com/Mastercard/terraform-provider-restapi v${restapiVersion} `,
    },
  };
  for (const [name, { module, requirement }] of Object.entries(modules)) {
    it(`builds ${name} in the version that is told`, () => {
      expect(readFileSync(join(module.folder, "go.mod"), "utf8")).to.include(requirement);
    });
  }

  it("knows the process of its provider by the executable alone", () => {
    expect(isProvider("/mirror/linux_amd64/terraform-provider-restapi ")).to.equal(true);
    expect(isProvider("/bin/tofu apply terraform-provider-restapi")).to.equal(false);
  });
});

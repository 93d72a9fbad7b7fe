import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { DeviceFleet, type DeviceFleetArgs } from "../../../sdk";
import { mockedRun, valueOf } from "../mocked-run";

describe("DeviceFleet", () => {
  /** The arguments of each device's address, by the name of its resource. */
  async function addressesOf(args: DeviceFleetArgs): Promise<Record<string, Record<string, unknown>>> {
    const { registrations } = await mockedRun(() => new DeviceFleet("fleet", args));
    const addresses = registrations.filter(({ type }) => type.endsWith(":CloudAddress"));
    return Object.fromEntries(
      addresses.map(({ name, inputs: { __provider: _provider, ...inputs } }) => [name, inputs]),
    );
  }

  it("declares one listen address for each device, named by its key, with what the fleet says", async () => {
    const everywhere = { onExternalChange: "resetPassword", readyTimeoutSeconds: 5, account: "eu" } as const;
    const accessControl = { groups: ["support"] };
    expect(await addressesOf({ devices: { a: {}, b: {} }, accessControl, ...everywhere })).to.deep.equal({
      "fleet-a": { action: "listen", accessControl, ...everywhere },
      "fleet-b": { action: "listen", accessControl, ...everywhere },
    });
  });

  it("lets the access control of a device stand instead of the fleet's, never beside it", async () => {
    const addresses = await addressesOf({
      accessControl: { groups: ["support"], cloudAddresses: ["a.b.c.d"] },
      devices: { own: { accessControl: { groups: ["admins"] } } },
    });
    expect(addresses["fleet-own"]?.accessControl).to.deep.equal({ groups: ["admins"] });
  });

  it("takes the password version of the device, else of its cohort, else of the fleet", async () => {
    const addresses = await addressesOf({
      passwordVersion: "fleet",
      cohorts: { wave: { passwordVersion: "wave" } },
      devices: { own: { passwordVersion: "own", cohort: "wave" }, wave: { cohort: "wave" }, rest: {} },
    });
    const versions = Object.values(addresses).map(({ passwordVersion }) => passwordVersion);
    expect(versions).to.deep.equal(["own", "wave", "fleet"]);
  });

  it("refuses a cohort that is not declared, and names those that are", async () => {
    const args = { cohorts: { first: { passwordVersion: 1 } }, devices: { "SN-1": { cohort: "frist" } } };
    let message = "";
    await mockedRun(() => {
      try {
        new DeviceFleet("fleet", args);
      } catch (error) {
        ({ message } = error as Error);
      }
    });
    expect(message).to.contain('"SN-1"').and.contain('"frist"').and.contain("there are: first");
  });

  it("hands the credentials out as a secret, by key, and the inventory in the clear", async () => {
    await mockedRun(async () => {
      const fleet = new DeviceFleet("fleet", { devices: { a: {} } });
      expect(await pulumi.isSecret(fleet.credentials)).to.equal(true);
      expect(await pulumi.isSecret(fleet.inventory)).to.equal(false);
      expect(await valueOf(fleet.inventory)).to.deep.equal({ a: "fleet-a-id" });
      expect(await valueOf(fleet.credentials)).to.deep.equal({
        a: { cloudAddress: "fleet-a-id", cloudPassword: undefined },
      });
    });
  });
});

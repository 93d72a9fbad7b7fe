import { expect } from "chai";
import {
  BadRequestError,
  InvalidArgumentError,
  NotFoundError,
  PreconditionFailedError,
  UnauthorizedError,
  VncCloudClient,
} from "../../../client";
import { startEmulator, type Emulator, type Quirks } from "../../../emulator";
import { FakeTiming } from "../fake-timing";
import { collect, rejection } from "../rejection";

describe("the seven operations", () => {
  let emulator: Emulator;
  let client: VncCloudClient;
  before(async () => {
    emulator = await startEmulator();
    client = clientOf({});
  });
  beforeEach(() => emulator.reset());
  after(async () => {
    await client.close();
    await emulator.close();
  });

  function clientOf(account: { apiKey?: string; apiSecret?: string }): VncCloudClient {
    const { endpoint } = emulator;
    const timing = new FakeTiming();
    return new VncCloudClient({
      apiKey: "emulator",
      apiSecret: "emulator",
      endpoint,
      environment: {},
      timing,
      ...account,
    });
  }

  it("rules 21 to 64: an address is created, read, changed, reset, listed and deleted", async () => {
    const { cloudAddress, cloudPassword } = await client.createCloudAddress({
      action: "connect",
      groups: ["z", "a"],
    });
    expect(emulator.verifyPassword(cloudAddress, cloudPassword)).to.equal(true);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 5 });
    const { etag, ...read } = await client.getCloudAddress(cloudAddress);
    expect(read).to.deep.equal({
      cloudAddress,
      characteristics: { action: "connect", groups: ["a", "z"] },
    });

    await client.changeCloudAddress(cloudAddress, { action: "connect" }, { ifMatch: etag });
    const changed = await client.getCloudAddress(cloudAddress);
    expect(changed.characteristics).to.deep.equal({ action: "connect" });
    expect(changed.etag).not.to.equal(etag);

    const reset = await client.resetPassword(cloudAddress, { ifMatch: changed.etag });
    expect(reset.cloudAddress).to.equal(cloudAddress);
    expect(emulator.verifyPassword(cloudAddress, cloudPassword)).to.equal(false);
    expect(emulator.verifyPassword(cloudAddress, reset.cloudPassword)).to.equal(true);

    expect(await collect(client.listCloudAddresses())).to.deep.equal([cloudAddress]);
    const { etag: last } = await client.getCloudAddress(cloudAddress);
    await client.deleteCloudAddress(cloudAddress, { ifMatch: last });
    expect(await collect(client.listCloudAddresses())).to.deep.equal([]);
    await rejection(NotFoundError, client.getCloudAddress(cloudAddress));
  });

  for (const etag of ["quoted", "bare", "weak", "opaque"] satisfies Quirks["etag"][]) {
    it(`A1: every conditional write goes through with a ${etag} ETag, and 412 with an old one`, async () => {
      emulator.setQuirks({ etag });
      const { cloudAddress } = await client.createCloudAddress({ action: "connect" });
      const { etag: first } = await client.getCloudAddress(cloudAddress);
      await client.changeCloudAddress(cloudAddress, { action: "connect" }, { ifMatch: first });
      for (const write of [
        client.changeCloudAddress(cloudAddress, { action: "listen" }, { ifMatch: first }),
        client.resetPassword(cloudAddress, { ifMatch: first }),
        client.deleteCloudAddress(cloudAddress, { ifMatch: first }),
      ]) {
        await rejection(PreconditionFailedError, write);
      }
      const { etag: second } = await client.getCloudAddress(cloudAddress);
      await client.deleteCloudAddress(cloudAddress, { ifMatch: second });
      expect(emulator.snapshot().addresses).to.deep.equal([]);
    });
  }

  it("A1: without an ETag the version is unknown, not empty", async () => {
    emulator.setQuirks({ etag: "none" });
    const { cloudAddress } = await client.createCloudAddress({ action: "connect" });
    expect((await client.getCloudAddress(cloudAddress)).etag).to.equal(undefined);
  });

  it("an entity version that cannot be sent is refused: without it the write would be unconditional", async () => {
    for (const ifMatch of ["", '"', "a b", '1", "2', "\u20ac", "1\r\nX: y"]) {
      await rejection(InvalidArgumentError, client.deleteCloudAddress("a.b.c.d", { ifMatch }));
    }
    expect(emulator.journal()).to.deep.equal([]);
  });

  it("rules 7 and 10: what the service refuses has its class and code, and is not repeated", async () => {
    const stranger = clientOf({ apiSecret: "wrong" });
    expect(await rejection(UnauthorizedError, collect(stranger.listCloudAddresses()))).to.include({
      attempts: 1,
    });
    const groups = Array.from({ length: 17 }, (_, index) => `g${index}`);
    const error = await rejection(BadRequestError, client.createCloudAddress({ action: "connect", groups }));
    expect(error).to.include({ errorCode: 1004, attempts: 1, outcomeUnknown: false });
    expect(await rejection(BadRequestError, client.getCloudAddress("not-one"))).to.include({
      errorCode: 1007,
    });
    await stranger.close();
  });

  it("A26: a code that comes as text is a number all the same", async () => {
    emulator.setQuirks({ errorCodeAsString: true });
    const error = await rejection(BadRequestError, client.getReadiness("not-one"));
    expect(error.errorCode).to.equal(1007);
  });

  it("one client carries out hundreds of operations at once", async () => {
    const made = await Promise.all(
      Array.from({ length: 300 }, () => client.createCloudAddress({ action: "connect" })),
    );
    expect(new Set(made.map(({ cloudAddress }) => cloudAddress)).size).to.equal(300);
    expect(emulator.requestCounts().create).to.equal(300);
  });
});

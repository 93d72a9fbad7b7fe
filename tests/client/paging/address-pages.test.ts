import { expect } from "chai";
import { InvalidArgumentError, InvalidResponseError, VncCloudClient, VncCloudError } from "../../../client";
import { startEmulator, type Emulator, type Quirks } from "../../../emulator";
import { FakeTiming } from "../fake-timing";
import { collect, rejection } from "../rejection";
import { StubService, type StubBehaviour } from "../stub-service";

describe("the list, page by page", () => {
  let emulator: Emulator;
  let client: VncCloudClient;
  before(async () => {
    emulator = await startEmulator();
    const account = { apiKey: "emulator", apiSecret: "emulator", environment: {} };
    client = new VncCloudClient({ ...account, endpoint: emulator.endpoint, timing: new FakeTiming() });
  });
  beforeEach(() => emulator.reset());
  afterEach(() => StubService.closeAll());
  after(async () => {
    await client.close();
    await emulator.close();
  });

  const seed = (count: number) =>
    emulator.seed(Array.from({ length: count }, () => ({ allowedActions: ["connect"] })));

  const variants: Partial<Quirks>[] = [
    {},
    { linkOnLastPage: true },
    { emptyListAs200: true },
    { linkOnLastPage: true, emptyListAs200: true },
    { nextLink: "relative" },
    { nextLink: "withPrevious" },
    { nextLink: "unquotedRelation" },
    { offsetPaging: true },
    { arbitraryListOrder: true },
  ];
  for (const quirks of variants) {
    for (const count of [0, 1, 6, 7]) {
      it(`A33 to A39: under ${JSON.stringify(quirks)} ${count} addresses in pages of 3 are all there, once`, async () => {
        emulator.setQuirks(quirks);
        const all = seed(count);
        const listed = await collect(client.listCloudAddresses({ limit: 3 }));
        expect([...listed].sort()).to.deep.equal([...all].sort());
      });
    }
  }

  it("pages are asked for only as they are needed", async () => {
    const all = seed(10);
    const taken: string[] = [];
    for await (const cloudAddress of client.listCloudAddresses({ limit: 2 })) {
      taken.push(cloudAddress);
      if (taken.length === 3) break;
    }
    expect(taken).to.deep.equal(all.slice(0, 3));
    expect(emulator.requestCounts().list).to.equal(2);
  });

  it("A36: what is deleted and added while paging neither hides nor doubles others", async () => {
    const all = seed(9);
    const listed: string[] = [];
    for await (const cloudAddress of client.listCloudAddresses({ limit: 3 })) {
      listed.push(cloudAddress);
      if (listed.length === 3) {
        emulator.deleteAddress(all[0]!);
        emulator.deleteAddress(all[4]!);
        all.push(...seed(1));
      }
    }
    expect(listed).to.deep.equal(all.filter((address) => address !== all[4]));
  });

  it("A35: another origin is not followed: the next request would carry the credentials there", async () => {
    emulator.setQuirks({ nextLink: "foreignHost" });
    seed(4);
    const error = await rejection(InvalidResponseError, collect(client.listCloudAddresses({ limit: 3 })));
    expect(error.message).to.match(/links to a next page at another origin, which is not followed/);
    expect(emulator.requestCounts().list).to.equal(1);
  });

  const page = (cloudAddresses: readonly string[], next: string) => ({
    json: { cloudAddresses },
    headers: { Link: `<${next}>; rel="next"` },
  });
  const endless: [string, StubBehaviour, number][] = [
    ["that names itself", () => page(["a"], "/cloud/1.1/static-address?limit=99"), 1],
    [
      "that leads back to an earlier one",
      (_request, count) => page([`a${count}`], `/cloud/1.1/static-address?limit=99&page=${count % 3}`),
      4,
    ],
    ["that brings nothing new for ever", (_request, count) => page(["a"], `?page=${count}`), 11],
  ];
  for (const [name, behaviour, requests] of endless) {
    it(`a page ${name} ends the list with an error after ${requests} requests`, async () => {
      const stub = await StubService.start(behaviour);
      const error = await rejection(InvalidResponseError, collect(stub.client().listCloudAddresses()));
      expect(error.message).to.match(/links from page to page without an end/);
      expect(stub.requests).to.have.length(requests);
    });
  }

  it("A36: pages that repeat others now and then, with news in between, are all read", async () => {
    const stub = await StubService.start((_request, count) =>
      count === 30
        ? { json: { cloudAddresses: ["last"] } }
        : page([`a${count % 2 ? count : 1}`], `?page=${count}`),
    );
    const listed = await collect(stub.client().listCloudAddresses());
    expect(listed).to.have.length(16).and.to.include("last");
  });

  it("A34: an empty page ends the list, whatever it links to", async () => {
    const stub = await StubService.start(page([], "?page=2"));
    expect(await collect(stub.client().listCloudAddresses())).to.deep.equal([]);
    expect(stub.requests).to.have.length(1);
  });

  it("A59: an address that a page repeats is listed once", async () => {
    const stub = await StubService.start({ json: { cloudAddresses: ["a", "b", "a"] } });
    expect(await collect(stub.client().listCloudAddresses())).to.deep.equal(["a", "b"]);
  });

  for (const limit of [0, 100, -1, 1.5, Number.NaN, "5"]) {
    it(`A37: a limit of ${JSON.stringify(limit)} is refused before any request`, () => {
      expect(() => client.listCloudAddresses({ limit: limit as number })).to.throw(InvalidArgumentError);
      expect(emulator.journal()).to.deep.equal([]);
    });
  }

  it("a fault that passes is repeated on its page only, and one that stays ends the list", async () => {
    const all = seed(9);
    const fault = { kind: "status", status: 503 } as const;
    emulator.planFaults([{ operation: "list", skip: 1, times: 2, fault }]);
    expect(await collect(client.listCloudAddresses({ limit: 3 }))).to.deep.equal(all);
    expect(emulator.requestCounts().list).to.equal(5);
    emulator.planFaults([{ operation: "list", skip: 1, times: "forever", fault }]);
    const error = await rejection(VncCloudError, collect(client.listCloudAddresses({ limit: 3 })));
    expect(error).to.include({ status: 503, operation: "list", attempts: 5 });
  });

  it("a signal ends it between two pages", async () => {
    seed(9);
    const controller = new AbortController();
    const list = client.listCloudAddresses({ limit: 3, signal: controller.signal });
    const listed: string[] = [];
    const end = (async () => {
      for await (const cloudAddress of list) {
        listed.push(cloudAddress);
        if (listed.length === 3) controller.abort();
      }
    })();
    expect((await rejection(VncCloudError, end)).name).to.equal("OperationAbortedError");
    expect(listed).to.have.length(3);
    expect(emulator.requestCounts().list).to.equal(1);
  });
});

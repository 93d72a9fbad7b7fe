import { expect } from "chai";
import { Caller } from "../caller/caller";

const acceptable: Record<string, boolean> = {
  "": true,
  "*/*": true,
  "application/*": true,
  "application/json": true,
  "Application/JSON": true,
  "application/json; charset=utf-8": true,
  "application/json;q=0.1": true,
  "text/html, application/json;q=0.9": true,
  "text/html, */*;q=0.1": true,
  "text/html, image/gif, *; q=.2, */*; q=.2": true,
  "text/html, *": true,
  "text/html": false,
  "text/*": false,
  "application/xml": false,
  "application/json+x": false,
  "application/json;q=0": false,
  "application/json;q=0.000": false,
  "application/json;q=0, */*": false,
  "application/*;q=0, */*": false,
  "application/json, */*;q=0": true,
  "application/json;q=high": false,
  "application/json;q=1.5": false,
  "application/json;q=": false,
};

describe("emulator: readings of the documentation about media types (A24, A25)", () => {
  let caller: Caller;
  let address: string;
  before(async () => {
    caller = await Caller.start();
    address = await caller.create();
  });
  after(() => caller.close());

  it("A25: without Accept every operation answers", async () => {
    expect((await caller.details(address)).status).to.equal(200);
    expect((await caller.post({ allowedActions: ["connect"] }, { accept: null })).status).to.equal(201);
  });

  for (const [accept, ok] of Object.entries(acceptable)) {
    it(`A25: Accept "${accept}" is ${ok ? "fine" : "1002"}`, async () => {
      const { status, json } = await caller.call("GET", `/${address}`, { headers: { accept } });
      expect(ok ? status : json.errorCode).to.equal(ok ? 200 : 1002);
    });
  }

  it("A25: change and delete ignore Accept", async () => {
    const made = await caller.create();
    const headers = { accept: "text/html" };
    expect((await caller.put(made, { allowedActions: ["connect"] }, headers)).status).to.equal(200);
    expect((await caller.call("DELETE", `/${made}`, { headers })).status).to.equal(204);
  });

  for (const contentType of ["application/json; charset=utf-8", "Application/Json", "application/json;"]) {
    it(`A24: Content-Type ${contentType} is fine`, async () => {
      const { status } = await caller.post({ allowedActions: ["connect"] }, { "content-type": contentType });
      expect(status).to.equal(201);
    });
  }

  for (const contentType of ["application/json, text/plain", "application/json-seq", "json", ""]) {
    it(`A24: Content-Type "${contentType}" is 1001`, async () => {
      const { json } = await caller.post({ allowedActions: ["connect"] }, { "content-type": contentType });
      expect(json.errorCode).to.equal(1001);
    });
  }
});

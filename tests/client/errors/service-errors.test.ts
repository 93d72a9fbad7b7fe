import { expect } from "chai";
import * as clientModule from "../../../client";
import { errorCodeDescriptions, VncCloudError } from "../../../client";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService, type StubAnswer } from "../stub-service";

const cloudAddress = "a.b.c.d";

async function detailsError(answer: StubAnswer): Promise<VncCloudError> {
  const stub = await StubService.start(answer);
  const client = stub.client({ timing: new FakeTiming(), maxRetries: 0 });
  return rejection(VncCloudError, client.getCloudAddress(cloudAddress));
}

describe("the errors of the service", () => {
  afterEach(() => StubService.closeAll());

  const classes: [number, string, RegExp][] = [
    [302, "RedirectError", /redirect \(302\), which is not followed/],
    [400, "BadRequestError", /gave no reason \(400\)/],
    [401, "UnauthorizedError", /API secret is wrong \(401\).*Check both/],
    [403, "ForbiddenError", /not well-formed \(403\)/],
    [
      404,
      "NotFoundError",
      /does not have it under this API key \(404\).*deleted, belongs to another API key/,
    ],
    [405, "RequestRejectedError", /status 405/],
    [409, "ConflictError", /not the one in the URI \(409\)/],
    [412, "PreconditionFailedError", /entity versions do not match \(412\).*Read it again/],
    [429, "TooManyRequestsError", /asked too often \(429\).*`parallel`/],
    [500, "ServiceError", /status 500/],
    [503, "ServiceUnavailableError", /not available \(503\).*try again later/],
    [504, "ServiceError", /status 504/],
  ];
  for (const [status, className, message] of classes) {
    it(`${status} is a ${className} that says which address, why and what to do`, async () => {
      const error = await detailsError({ status });
      expect(error.name).to.equal(className);
      expect(error).to.be.instanceOf(clientModule[className as keyof typeof clientModule]);
      expect(error.message).to.match(message).and.include(cloudAddress);
      expect(error).to.include({
        status,
        operation: "details",
        cloudAddress,
        attempts: 1,
        outcomeUnknown: false,
      });
      expect(error.startedAt).to.be.instanceOf(Date);
      expect(error.message).not.to.include("\n");
    });
  }

  it("503 is a ServiceError too", () => {
    expect(clientModule.ServiceUnavailableError.prototype).to.be.instanceOf(clientModule.ServiceError);
  });

  for (const [code, description] of Object.entries(errorCodeDescriptions)) {
    it(`rule 10: error ${code} is explained in the documentation's terms`, async () => {
      const error = await detailsError({ status: 400, json: { errorCode: code, errorMessage: "whatever" } });
      expect(error.errorCode).to.equal(Number(code));
      expect(error.message).to.include(description).and.include(`error ${code}`).and.not.include("whatever");
    });
  }

  it("A26: the service's own text is shown for a code that the documentation does not know", async () => {
    const error = await detailsError({
      status: 400,
      json: { errorCode: 1010, errorMessage: "New\n rule\u0007" },
    });
    expect(error.errorCode).to.equal(1010);
    expect(error.message).to.include("New rule (400, error 1010)");
  });

  it("A7: HTML of whatever length never gets into a message", async () => {
    const error = await detailsError({ status: 500, text: `<html>${"x".repeat(200_000)}</html>` });
    expect(error.message).to.have.lengthOf.below(400);
    expect(error.message).not.to.match(/html|xxx/);
  });

  it("a 404 to create or list means a wrong endpoint (A40)", async () => {
    const stub = await StubService.start({ status: 404 });
    const error = await rejection(VncCloudError, stub.client().createCloudAddress({ action: "connect" }));
    expect(error.message).to.include(`there is no VNC Cloud API at ${stub.endpoint} (404)`);
  });

  it("Retry-After that does not fit the deadline fails at once and says when to try again", async () => {
    const stub = await StubService.start({ status: 503, headers: { "Retry-After": "301" } });
    const timing = new FakeTiming();
    const error = await rejection(VncCloudError, stub.client({ timing }).getCloudAddress(cloudAddress));
    expect(error).to.include({ retryAfterSeconds: 301, attempts: 1 });
    expect(error.message).to.match(/try again in 301 seconds, at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\./);
    expect(timing.pauses).to.deep.equal([]);
  });

  it("name the request as the service does, when it does", async () => {
    const error = await detailsError({ status: 500, headers: { "X-Request-Id": "r-1" } });
    expect(error.requestId).to.equal("r-1");
  });

  it("have no property that a host could misread, and no row of nothing", async () => {
    const error = await detailsError({ status: 412 });
    for (const name of ["id", "code", "details"]) expect(error).not.to.have.property(name);
    expect(Object.keys(error).sort()).to.deep.equal(
      ["attempts", "cloudAddress", "operation", "outcomeUnknown", "startedAt", "status"].sort(),
    );
    expect(String(error)).to.match(/^PreconditionFailedError: Could not read the cloud address a\.b\.c\.d: /);
    expect(error.stack).to.match(/^PreconditionFailedError: /);
  });

  it("become JSON with name and message and without stack", async () => {
    const error = await detailsError({ status: 412 });
    const json = JSON.parse(JSON.stringify(error)) as Record<string, unknown>;
    expect(json).to.include({ name: "PreconditionFailedError", message: error.message, status: 412 });
    expect(json).not.to.have.property("stack");
  });

  it("say what an unknown outcome means for each operation that writes", async () => {
    const stub = await StubService.start({ status: 500 });
    const client = stub.client();
    const write = { ifMatch: "1" };
    const messages = await Promise.all(
      [
        client.createCloudAddress({ action: "connect" }),
        client.changeCloudAddress(cloudAddress, { action: "connect" }, write),
        client.resetPassword(cloudAddress, write),
        client.deleteCloudAddress(cloudAddress, write),
      ].map(async (call) => (await rejection(VncCloudError, call)).message),
    );
    expect(messages[0]).to.match(/may have been created all the same, whose password nobody knows/);
    expect(messages[1]).to.match(/may have been changed all the same/);
    expect(messages[2]).to.match(/may have been reset all the same/);
    expect(messages[3]).to.match(/may have been deleted all the same/);
  });
});

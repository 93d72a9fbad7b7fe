import { expect } from "chai";
import {
  description,
  errorCodesOfExamples,
  errorCodesOfSchema,
  operations,
  requestHeaders,
} from "./description";

interface Row {
  readonly operation: string;
  readonly name: string;
  /** The rules that say which errors the operation has. */
  readonly rule: string;
  /** Every status code of the operation. */
  readonly statuses: readonly number[];
  /** Those of them that carry a body. */
  readonly bodies: readonly number[];
  readonly errorCodes: readonly number[];
  readonly requestBody?: true;
  readonly requestHeaders?: readonly string[];
  readonly responseHeaders?: Readonly<Record<number, readonly string[]>>;
}

const base = "/static-address";
const one = `${base}/{cloudAddress}`;
const always = [400, 401, 403, 404, 503];

// The error-code matrix of the VNC Cloud API documentation, typed in by hand: the description must not be its own proof.
const table: readonly Row[] = [
  {
    operation: `POST ${base}`,
    name: "createCloudAddress",
    rule: "rules 21 and 22",
    statuses: [201, ...always],
    bodies: [201, 400],
    errorCodes: [1001, 1002, 1003, 1004, 1005, 1006, 1008, 1009],
    requestBody: true,
  },
  {
    operation: `GET ${base}`,
    name: "listCloudAddresses",
    rule: "rules 38 and 40",
    statuses: [200, 204, ...always],
    bodies: [200, 400],
    errorCodes: [1002],
    responseHeaders: { 200: ["Link"] },
  },
  {
    operation: `GET ${one}/ready`,
    name: "getReadiness",
    rule: "rules 42 and 44",
    statuses: [200, ...always],
    bodies: [200, 400],
    errorCodes: [1002, 1007],
  },
  {
    operation: `GET ${one}`,
    name: "getCloudAddress",
    rule: "rules 45 and 48",
    statuses: [200, ...always],
    bodies: [200, 400],
    errorCodes: [1002, 1007],
    responseHeaders: { 200: ["ETag"] },
  },
  {
    operation: `PUT ${one}`,
    name: "changeCloudAddress",
    rule: "rules 51, 52 and 55",
    statuses: [200, ...always, 409, 412],
    bodies: [400],
    errorCodes: [1001, 1003, 1004, 1005, 1006, 1007, 1008, 1009],
    requestBody: true,
    requestHeaders: ["If-Match"],
  },
  {
    operation: `POST ${one}`,
    name: "resetPassword",
    rule: "rules 58, 59 and 60",
    statuses: [200, ...always, 412],
    bodies: [200, 400],
    errorCodes: [1002, 1007],
    requestHeaders: ["If-Match"],
  },
  {
    operation: `DELETE ${one}`,
    name: "deleteCloudAddress",
    rule: "rules 61, 62 and 63",
    statuses: [204, ...always, 412],
    bodies: [400],
    errorCodes: [1007],
    requestHeaders: ["If-Match"],
  },
];

describe("the API description", () => {
  it("rule 1: is of the one base URL", () => {
    expect(description.servers.map((server) => server.url)).to.deep.equal(["https://api.vnc.com/cloud/1.1"]);
  });

  it("rule 2: has the seven operations and no other", () => {
    expect([...operations.keys()]).to.have.members(table.map((row) => row.operation));
  });

  it("rule 3: authenticates every call by HTTP Basic", () => {
    expect(description.security).to.deep.equal([{ apiKeyAndSecret: [] }]);
    expect(description.components.securitySchemes["apiKeyAndSecret"]).to.include({
      type: "http",
      scheme: "basic",
    });
    for (const operation of operations.values()) expect(operation).not.to.have.property("security");
  });

  for (const row of table) {
    describe(`${row.rule}: ${row.operation}`, () => {
      const operation = operations.get(row.operation);
      if (operation === undefined) throw new Error(`The description has no operation ${row.operation}.`);

      it(`is called ${row.name}`, () => {
        expect(operation.operationId).to.equal(row.name);
      });

      it(`answers with ${row.statuses.join(", ")} and nothing else`, () => {
        expect(Object.keys(operation.responses).map(Number)).to.have.members(row.statuses);
      });

      it(`has a body in ${row.bodies.join(" and ")} only, as JSON (rule 5)`, () => {
        const withBody = Object.entries(operation.responses).filter(([, response]) => response.content);
        expect(withBody.map(([status]) => Number(status))).to.have.members(row.bodies);
        for (const [, response] of withBody) expect(response.content).to.have.all.keys("application/json");
      });

      it(`can answer 400 with ${row.errorCodes.join(", ")} and no other code`, () => {
        expect(errorCodesOfSchema(operation)).to.have.members(row.errorCodes);
        expect(errorCodesOfExamples(operation)).to.have.members(row.errorCodes);
      });

      it(`takes ${row.requestBody ? "a JSON body" : "no body"} (rules 4 and 57)`, () => {
        const content = operation.requestBody?.content;
        expect(content && Object.keys(content)).to.deep.equal(row.requestBody && ["application/json"]);
      });

      it("documents no header but those of the documentation", () => {
        expect(requestHeaders(operation)).to.have.members(row.requestHeaders ?? []);
        const responseHeaders = Object.entries(operation.responses)
          .filter(([, response]) => response.headers)
          .map(([status, response]) => [status, Object.keys(response.headers ?? {})] as const);
        expect(Object.fromEntries(responseHeaders)).to.deep.equal(row.responseHeaders ?? {});
      });
    });
  }

  it("rule 10: each example of an error code carries its code", () => {
    const codes = Object.entries(description.components.examples).map(([name, example]) => [
      name,
      example.value?.errorCode,
    ]);
    expect(codes).to.deep.equal(
      Array.from({ length: 9 }, (_, index) => [`Error${1001 + index}`, 1001 + index]),
    );
  });
});

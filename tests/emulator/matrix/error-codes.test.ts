import { expect } from "chai";
import { type Caller, groups } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

/** The error-code matrix of the VNC Cloud API documentation: which codes an operation can answer. */
const matrix = {
  create: [1001, 1002, 1003, 1004, 1005, 1006, 1008, 1009],
  list: [1002],
  ready: [1002, 1007],
  details: [1002, 1007],
  change: [1001, 1003, 1004, 1005, 1006, 1007, 1008, 1009],
  reset: [1002, 1007],
  delete: [1007],
};
const preconditions = {
  create: [],
  list: [],
  ready: [],
  details: [],
  change: [409, 412],
  reset: [412],
  delete: [412],
};
const success = { create: 201, list: 200, ready: 200, details: 200, change: 200, reset: 200, delete: 204 };

/** The descriptions of the documentation, which are the `errorMessage`. */
const messages: Record<number, string> = {
  1001: "The content type of the request body is something other than application/json.",
  1002: "The content type your user agent is expecting for the response body is something other than application/json.",
  1003: "You’ve specified an action that is not connect or listen.",
  1004: "For a connect cloud address, you’ve specified more than 16 groups. For a listen cloud address, you’ve specified more than 24 groups or 8 individual cloud addresses.",
  1005: "You’ve created either an allowedActions, groups, or cloudAddresses list, but not put anything in it.",
  1006: "A group name is either empty or longer than 256 characters.",
  1007: "The cloud address you’ve specified in the URI is not well-formed.",
  1008: "You’ve specified an access control list for a listen cloud address, but not put any groups or individual cloud addresses in it.",
  1009: "Either you’ve specified an access control list for a connect cloud address, or a group for a listen cloud address. It should be the other way around.",
};

type Operation = keyof typeof matrix;

interface Try {
  contentType?: string;
  accept?: string;
  ifMatch?: string;
  address?: string;
  body?: object;
}

/** What provokes each code in an operation that can answer it; one that cannot ignores it. */
const provocations: Record<number, Try> = {
  1001: { contentType: "text/plain" },
  1002: { accept: "text/html" },
  1003: { body: { allowedActions: ["fly"] } },
  1004: { body: { allowedActions: ["connect"], groups: groups(17) } },
  1005: { body: { allowedActions: ["connect"], groups: [] } },
  1006: { body: { allowedActions: ["connect"], groups: [""] } },
  1007: { address: "not-an-address" },
  1008: { body: { allowedActions: ["listen"], accessControl: {} } },
  1009: { body: { allowedActions: ["connect"], accessControl: { groups: ["a"] } } },
  409: { body: { cloudAddress: "not-an-address", allowedActions: ["connect"] } },
  412: { ifMatch: '"99"' },
};

describe("emulator: error-code matrix", () => {
  let caller: Caller;
  let existing: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (existing = await caller.create()));

  function send(operation: Operation, attempt: Try) {
    const address = attempt.address ?? existing;
    const [method, path] = {
      create: ["POST", ""],
      list: ["GET", ""],
      ready: ["GET", `/${address}/ready`],
      details: ["GET", `/${address}`],
      change: ["PUT", `/${address}`],
      reset: ["POST", `/${address}`],
      delete: ["DELETE", `/${address}`],
    }[operation] as [string, string];
    return caller.call(method, path, {
      headers: {
        "content-type": attempt.contentType ?? "application/json",
        accept: attempt.accept ?? "application/json",
        "if-match": attempt.ifMatch ?? null,
      },
      body: { cloudAddress: address, allowedActions: ["connect"], ...attempt.body },
    });
  }

  for (const operation of Object.keys(matrix) as Operation[]) {
    for (const code of Object.keys(messages).map(Number)) {
      const may = matrix[operation].includes(code);
      it(`${operation} ${may ? "can" : "cannot"} be ${code}`, async () => {
        const { status, json } = await send(operation, provocations[code]!);
        if (may) {
          expect({ status, json }).to.deep.equal({
            status: 400,
            json: { errorCode: code, errorMessage: messages[code] },
          });
        } else {
          expect(status).to.equal(success[operation]);
        }
      });
    }
    for (const status of [409, 412]) {
      const may = (preconditions[operation] as number[]).includes(status);
      it(`${operation} ${may ? "can" : "cannot"} be ${status}`, async () => {
        const answered = await send(operation, provocations[status]!);
        expect(answered.status).to.equal(may ? status : success[operation]);
      });
    }
  }
});

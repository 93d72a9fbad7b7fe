import { expect } from "chai";
import fc from "fast-check";
import { nextPageUrl } from "../../../client/paging/next-link";
import { readCredentials } from "../../../client/responses/credentials-answer";
import { readDetails } from "../../../client/responses/details-answer";
import { readErrorBody } from "../../../client/responses/error-body";
import { InvalidAnswer } from "../../../client/responses/invalid-answer";
import { readPage } from "../../../client/responses/page-answer";
import { readReadiness } from "../../../client/responses/readiness-answer";
import type { Answer } from "../../../client/transport/exchange";
import { jsonAnswer, textAnswer } from "./json-answer";

const readers: Readonly<Record<string, (answer: Answer) => unknown>> = {
  credentials: (answer) => readCredentials(answer.body, undefined),
  details: (answer) => readDetails(answer, "a.b.c.d"),
  page: readPage,
  readiness: (answer) => readReadiness(answer.body),
  "error body": (answer) => readErrorBody(answer.body),
};

/** JSON that is nearly right: the members that the readers look for, with any content. */
const nearlyRight = fc.record(
  Object.fromEntries(
    [
      "cloudAddress",
      "cloudPassword",
      "cloudAddresses",
      "allowedActions",
      "groups",
      "accessControl",
      "changes",
      "errorCode",
      "errorMessage",
      "__proto__x",
    ].map((name) => [name, fc.oneof(fc.jsonValue(), fc.array(fc.string()), fc.constant(["connect"]))]),
  ),
  { requiredKeys: [] },
);

describe("hostile answers", () => {
  for (const [name, read] of Object.entries(readers)) {
    const onlyInvalidAnswer = (answer: Answer) => {
      try {
        read(answer);
      } catch (error) {
        expect(error).to.be.instanceOf(InvalidAnswer);
      }
    };
    it(`no text makes the reader of ${name} fail in another way than to refuse it`, () => {
      fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => onlyInvalidAnswer(textAnswer(text))));
    });
    it(`no JSON that is nearly right makes the reader of ${name} fail in another way`, () => {
      fc.assert(fc.property(nearlyRight, (value) => onlyInvalidAnswer(jsonAnswer(value))));
    });
    it(`the reader of ${name} survives deep nesting`, () => {
      onlyInvalidAnswer(textAnswer(`{"groups":${"[".repeat(400_000)}`));
      onlyInvalidAnswer(textAnswer(`${'{"groups":'.repeat(20_000)}1${"}".repeat(20_000)}`));
    });
  }

  it("members of a prototype are never taken for members of the answer", () => {
    const polluted = '{"__proto__":{"cloudAddress":"a.b.c.d","cloudPassword":"p","changes":"none"}}';
    expect(() => readCredentials(textAnswer(polluted).body, undefined)).to.throw(InvalidAnswer);
    expect(() => readReadiness(textAnswer(polluted).body)).to.throw(InvalidAnswer);
    expect(({} as { changes?: string }).changes).to.equal(undefined);
  });

  it("no Link header makes its reader fail in another way, or leave the origin", () => {
    const pageUrl = "https://api.vnc.com/cloud/1.1/static-address";
    const part = fc.constantFrom(
      "<",
      ">",
      ";",
      ",",
      "rel",
      "=",
      '"',
      "next",
      "/p",
      "//evil.example",
      "title*",
      " ",
      "\\",
    );
    const link = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(link, (header) => {
        try {
          const next = nextPageUrl(header, pageUrl);
          if (next !== undefined) expect(new URL(next).origin).to.equal("https://api.vnc.com");
        } catch (error) {
          expect(error).to.be.instanceOf(InvalidAnswer);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

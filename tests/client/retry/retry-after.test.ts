import { expect } from "chai";
import fc from "fast-check";
import { parseHttpDate, retryAfterMilliseconds } from "../../../client/retry/retry-after";

const now = Date.UTC(2026, 0, 15, 12, 0, 0);

describe("Retry-After", () => {
  const rows: [string, string | undefined, string | undefined, number | undefined][] = [
    ["seconds", "7", undefined, 7000],
    ["zero seconds", "0", undefined, 0],
    ["seconds between blanks", " 7 ", undefined, 7000],
    ["the preferred date form", "Thu, 15 Jan 2026 12:00:30 GMT", undefined, 30_000],
    ["the RFC 850 date form", "Thursday, 15-Jan-26 12:00:30 GMT", undefined, 30_000],
    ["the asctime date form", "Thu Jan 15 12:00:30 2026", undefined, 30_000],
    ["a date that is over", "Thu, 15 Jan 2026 11:59:00 GMT", undefined, 0],
    [
      "a date against the answer's own Date",
      "Thu, 15 Jan 2026 12:00:30 GMT",
      "Thu, 15 Jan 2026 12:00:20 GMT",
      10_000,
    ],
    [
      "a date against the answer's own Date, both between blanks",
      " Thu, 15 Jan 2026 12:00:30 GMT ",
      " Thu, 15 Jan 2026 12:00:20 GMT ",
      10_000,
    ],
    ["a date against a Date that is none", "Thu, 15 Jan 2026 12:00:30 GMT", "yesterday", 30_000],
    ["nothing", undefined, undefined, undefined],
    ["an empty value", "", undefined, undefined],
    ["a negative number", "-1", undefined, undefined],
    ["a fraction", "1.5", undefined, undefined],
    ["an exponent", "1e3", undefined, undefined],
    ["hexadecimal", "0x10", undefined, undefined],
    ["two values", "1, 2", undefined, undefined],
    ["an ISO date", "2026-01-15T12:00:30Z", undefined, undefined],
    ["a date of another zone", "Thu, 15 Jan 2026 12:00:30 CET", undefined, undefined],
    ["a day that does not exist", "Mon, 30 Feb 2026 12:00:30 GMT", undefined, undefined],
    ["an hour that does not exist", "Thu, 15 Jan 2026 24:00:00 GMT", undefined, undefined],
    ["the day before the first of a month", "Wed, 00 Feb 2026 12:00:30 GMT", undefined, undefined],
    ["a minute that does not exist", "Thu, 15 Jan 2026 12:60:00 GMT", undefined, undefined],
    ["a second that does not exist", "Thu, 15 Jan 2026 12:00:61 GMT", undefined, undefined],
    ["a leap second", "Thu, 15 Jan 2026 12:00:60 GMT", undefined, 60_000],
    ["a date in small letters", "thu, 15 jan 2026 12:00:30 gmt", undefined, undefined],
  ];
  for (const [name, retryAfter, date, expected] of rows) {
    it(`A54: ${name} is ${expected === undefined ? "not understood" : `${expected} ms`}`, () => {
      expect(retryAfterMilliseconds(retryAfter, date, now)).to.equal(expected);
    });
  }

  it("A54: a number too large to count is longer than any deadline, not unknown", () => {
    expect(retryAfterMilliseconds("9".repeat(400), undefined, now)).to.be.greaterThan(86_400_000);
  });

  it("RFC 9110: a two-digit year more than 50 years ahead is in the past", () => {
    expect(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", now)).to.equal(Date.UTC(1994, 10, 6, 8, 49, 37));
    expect(parseHttpDate("Wednesday, 15-Jan-76 12:00:00 GMT", now)).to.equal(Date.UTC(2076, 0, 15, 12));
    expect(parseHttpDate("Saturday, 15-Jan-77 12:00:00 GMT", now)).to.equal(Date.UTC(1977, 0, 15, 12));
  });

  it("RFC 9110: the three forms of one date are equal", () => {
    const forms = [
      "Sun, 06 Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
    ];
    expect(new Set(forms.map((form) => parseHttpDate(form, now))).size).to.equal(1);
  });

  it("every date that a server can write is read as it was meant", () => {
    const seconds = fc.integer({ min: 0, max: Date.UTC(2100, 0) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        expect(parseHttpDate(new Date(second * 1000).toUTCString(), now)).to.equal(second * 1000);
      }),
    );
  });

  it("no text makes it fail or wait for a negative time", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (value, date) => {
        const milliseconds = retryAfterMilliseconds(value, date, now);
        expect(milliseconds === undefined || milliseconds >= 0).to.equal(true);
      }),
    );
  });
});

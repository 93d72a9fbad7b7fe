import { expect } from "chai";
import type { Failure } from "../../../client/retry/failure";
import { OperationClock } from "../../../client/retry/operation-clock";
import { passingFault } from "../../../client/retry/passing-fault";
import { RetryPlan, type RetryDecision } from "../../../client/retry/retry-plan";
import type { OperationRequest } from "../../../client/requests/operation-request";
import type { Answer, NoAnswer } from "../../../client/transport/exchange";
import { FakeTiming } from "../fake-timing";

type Asked = Pick<OperationRequest<unknown>, "operation" | "ifMatch">;

const details: Asked = { operation: "details" };
const broken: NoAnswer = { kind: "no answer", cause: "connection", mayHaveBeenSent: true, reason: "" };

function answer(status: number, retryAfter?: string): Answer {
  const header = (name: string) => (name === "retry-after" ? retryAfter : undefined);
  return { kind: "answer", status, header } as Answer;
}

interface Limits {
  readonly maxRetries?: number;
  readonly operationTimeoutSeconds?: number;
  readonly notFoundGraceSeconds?: number;
}

/** What an operation does after each of its failures; the time of every pause passes. */
class Plan {
  readonly timing = new FakeTiming(true);
  readonly #plan: RetryPlan;

  constructor(request: Asked, { notFoundGraceSeconds = 0, ...limits }: Limits = {}) {
    const given = { maxRetries: 4, operationTimeoutSeconds: 300, timing: this.timing, ...limits };
    const clock = new OperationClock(this.timing, given.operationTimeoutSeconds * 1000);
    this.#plan = new RetryPlan(given, request as OperationRequest<unknown>, notFoundGraceSeconds, clock);
  }

  after(result: Answer | NoAnswer): RetryDecision {
    const facts = result.kind === "answer" ? { status: result.status } : {};
    const failure = { fault: passingFault(result), facts, why: "it failed" } as Failure;
    const decision = this.#plan.next(failure, result);
    this.timing.advance(decision.delayMilliseconds ?? 0);
    return decision;
  }

  /** Every delay until it stops. */
  delaysAfter(result: Answer | NoAnswer): number[] {
    const delays: number[] = [];
    for (let left = 100; left > 0; left -= 1) {
      const { delayMilliseconds } = this.after(result);
      if (delayMilliseconds === undefined) return delays;
      delays.push(delayMilliseconds);
    }
    throw new Error("it never stops");
  }
}

describe("repetitions", () => {
  const repeated: [string, Asked, boolean][] = [
    ["a read", details, true],
    ["a change on a condition", { operation: "change", ifMatch: '"1"' }, true],
    ["a deletion on a condition", { operation: "delete", ifMatch: '"1"' }, true],
    ["a change without a condition", { operation: "change" }, false],
    ["a deletion without a condition", { operation: "delete", ifMatch: undefined }, false],
    ["a create", { operation: "create" }, false],
    ["a reset, even on a condition", { operation: "reset", ifMatch: '"1"' }, false],
  ];
  for (const [name, request, isRepeated] of repeated) {
    it(`A54: ${name} that may have been carried out is ${isRepeated ? "" : "not "}repeated`, () => {
      const { delayMilliseconds } = new Plan(request).after(broken);
      expect(delayMilliseconds).to.equal(isRepeated ? 250 : undefined);
    });
  }

  describe("Retry-After in the error", () => {
    const told: [string, Answer | NoAnswer, number | undefined][] = [
      ["of a 503 that is not repeated any more is told", answer(503, "7"), 7],
      ["of a 429 that is not repeated any more is told", answer(429, "7"), 7],
      ["of a 500, which is never repeated, is told", answer(500, "7"), 7],
      ["of a bad request says nothing", answer(400, "7"), undefined],
      ["that was not sent is not told", answer(503), undefined],
      ["without an answer is not told", broken, undefined],
    ];
    for (const [name, result, retryAfterSeconds] of told) {
      it(`A54: ${name}`, () => {
        expect(new Plan(details, { maxRetries: 0 }).after(result)).to.deep.equal({ retryAfterSeconds });
      });
    }

    it("A54: that is longer than the operation may take is told instead of waited for", () => {
      const plan = new Plan(details, { operationTimeoutSeconds: 7 });
      expect(plan.after(answer(503, "7"))).to.deep.equal({ retryAfterSeconds: 7 });
    });
  });

  describe("only a 429 with Retry-After makes the others pause too", () => {
    const pauses: [string, Answer | NoAnswer, boolean][] = [
      ["429 with Retry-After", answer(429, "7"), true],
      ["429 without", answer(429), false],
      ["503 with Retry-After", answer(503, "7"), false],
      ["503 without", answer(503), false],
      ["a broken connection", broken, false],
    ];
    for (const [name, result, pausesAll] of pauses) {
      it(`A54: ${name} ${pausesAll ? "does" : "does not"}`, () => {
        expect(new Plan(details).after(result).pausesAll).to.equal(pausesAll);
      });
    }
  });

  it("a repetition that would begin at the deadline is not made, and the reason says so", () => {
    expect(new Plan(details, { operationTimeoutSeconds: 0.251 }).delaysAfter(broken)).to.deep.equal([250]);
    expect(new Plan(details, { operationTimeoutSeconds: 0.25 }).after(broken)).to.deep.equal({
      explanation: { why: "it failed, and the time for the whole operation (0.25 s) is used up" },
    });
  });

  describe("of an address that is not visible yet (A44)", () => {
    const delaysAfterNotFound = (limits: Limits): number[] =>
      new Plan(details, limits).delaysAfter(answer(404));

    it("are none without a grace", () => expect(delaysAfterNotFound({})).to.deep.equal([]));

    it("grow to 2 seconds, the last one as long as the grace lets it be", () => {
      const expected = [250, 500, 1000, 2000, 2000, 1250];
      expect(delaysAfterNotFound({ notFoundGraceSeconds: 7 })).to.deep.equal(expected);
    });

    it("are none when less of the grace is left than the shortest pause", () => {
      expect(delaysAfterNotFound({ notFoundGraceSeconds: 0.11 })).to.deep.equal([110]);
      expect(delaysAfterNotFound({ notFoundGraceSeconds: 0.109 })).to.deep.equal([]);
    });

    it("end before the operation's time does", () => {
      const limits = { notFoundGraceSeconds: 30, operationTimeoutSeconds: 1 };
      expect(delaysAfterNotFound(limits)).to.deep.equal([250, 500, 140]);
    });

    it("are no repetitions that maxRetries counts", () => {
      const plan = new Plan(details, { notFoundGraceSeconds: 30, maxRetries: 1 });
      plan.after(answer(404));
      expect(plan.after(answer(503)).delayMilliseconds).to.equal(250);
    });
  });
});

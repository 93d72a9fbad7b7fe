import { expect } from "chai";
import { mayHaveBeenCarriedOut, passingFault } from "../../../client/retry/passing-fault";
import type { Answer, NoAnswer } from "../../../client/transport/exchange";

const answer = (status: number): Answer => ({ kind: "answer", status }) as Answer;
const noAnswer = (cause: NoAnswer["cause"], mayHaveBeenSent: boolean): NoAnswer => ({
  kind: "no answer",
  cause,
  mayHaveBeenSent,
  reason: "",
});

describe("what became of one exchange", () => {
  const cases: [string, Answer | NoAnswer, ReturnType<typeof passingFault>, boolean][] = [
    ["success", answer(200), undefined, true],
    ["300", answer(300), undefined, false],
    ["a redirect before the work", answer(307), undefined, false],
    ["a redirect after the work", answer(303), undefined, true],
    ["a bad request", answer(400), undefined, false],
    ["429", answer(429), "refused", false],
    ["500", answer(500), undefined, true],
    ["502", answer(502), "ambiguous", true],
    ["503", answer(503), "refused", false],
    ["504", answer(504), "ambiguous", true],
    ["no connection", noAnswer("connection", false), "not sent", false],
    ["a broken connection", noAnswer("connection", true), "ambiguous", true],
    ["a time-out", noAnswer("timeout", true), "ambiguous", true],
    ["an end by the caller", noAnswer("aborted", true), undefined, true],
    ["an end by the caller before it was sent", noAnswer("aborted", false), undefined, false],
  ];
  for (const [name, exchange, fault, carriedOut] of cases) {
    it(`${name}: ${fault ?? "no repetition"}, ${carriedOut ? "may have been" : "was not"} carried out`, () => {
      expect(passingFault(exchange)).to.equal(fault);
      expect(mayHaveBeenCarriedOut(exchange)).to.equal(carriedOut);
    });
  }
});

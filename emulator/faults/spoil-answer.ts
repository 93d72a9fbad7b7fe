import { randomBytes } from "node:crypto";
import type { Answer } from "../wire/encode";
import type { Fault } from "./fault-plan";
import { emptyAnswer } from "./replace-answer";

type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

const spoilers: { readonly [Kind in Fault["kind"]]?: (answer: Answer, fault: FaultOf<Kind>) => Answer } = {
  commitThenStatus: (_answer, { status }) => emptyAnswer(status),
  truncatedBody: (answer, { contentLength }) => truncate(answer, contentLength),
  emptyBody: (answer) => ({ ...answer, body: Buffer.alloc(0) }),
  wrongContentType: (answer, { contentType = "text/html" }) =>
    withHeader(answer, "Content-Type", contentType),
  foreignLink: (answer, { url = "https://vnc-cloud.invalid/" }) =>
    withHeader(answer, "Link", `<${url}>; rel="next"`),
  hugeBody: (answer, { bytes }) => ({ ...answer, body: pad(answer.body, bytes) }),
  binaryBody: (answer, { bytes = 1024 }) => ({
    ...withHeader(answer, "Content-Type", "application/json"),
    body: randomBytes(bytes),
  }),
};

/** What a fault makes of the answer to a request that was processed. */
export function spoilAnswer(answer: Answer, fault: Fault | undefined): Answer {
  const spoil = fault && (spoilers[fault.kind] as ((answer: Answer, fault: Fault) => Answer) | undefined);
  return spoil === undefined ? answer : spoil(answer, fault!);
}

function truncate(answer: Answer, contentLength: "right" | "wrong"): Answer {
  const half = { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) };
  return contentLength === "right" ? half : withHeader(half, "Content-Length", String(answer.body.length));
}

function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function pad(body: Buffer, bytes: number): Buffer {
  return Buffer.concat([Buffer.alloc(Math.max(bytes - body.length, 0), " "), body]);
}

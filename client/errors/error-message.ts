import { operationPhrases, type Operation } from "./operation";
import type { Explanation } from "./explain-status";

/** What an error's message is made of. */
export interface MessageParts extends Explanation {
  readonly operation: Operation;
  readonly cloudAddress: string | undefined;
  readonly attempts: number;
  readonly outcomeUnknown: boolean;
  readonly retryAfterSeconds?: number | undefined;
  /** Milliseconds since 1970, to say when the service wants to be asked again. */
  readonly now: number;
}

/** One short paragraph: what failed, for which address, why, and what to do. */
export function errorMessage(parts: MessageParts): string {
  const address = parts.cloudAddress === undefined ? "" : ` ${parts.cloudAddress}`;
  const attempts = parts.attempts > 1 ? `, ${parts.attempts} attempts` : "";
  const sentences = [
    `Could not ${operationPhrases[parts.operation]}${address}: ${parts.why}${attempts}.`,
    parts.outcomeUnknown ? consequences[parts.operation] : undefined,
    parts.retryAfterSeconds === undefined ? parts.whatToDo : tryAgain(parts.retryAfterSeconds, parts.now),
  ];
  return sentences.filter((sentence) => sentence !== undefined && sentence !== "").join(" ");
}

function tryAgain(seconds: number, now: number): string {
  const at = new Date(now + seconds * 1000);
  const when = Number.isNaN(at.getTime()) ? "" : `, at ${at.toISOString().replace(/\.\d+Z$/, "Z")}`;
  return `The service asks to try again in ${seconds} seconds${when}.`;
}

/** What it means that a write may have been carried out. */
const consequences: Partial<Record<Operation, string>> = {
  create:
    "A cloud address may have been created all the same, whose password nobody knows; it was not tried again. " +
    "Compare the list of cloud addresses with those you know, and delete the one too many.",
  change: "It may have been changed all the same.",
  reset: "Its password may have been reset all the same; then the old one is void: reset it again.",
  delete: "It may have been deleted all the same.",
};

import type { Agent } from "node:http";
import { httpRequest, type OperationRequest } from "../requests/operation-request";
import type { Account } from "../secrets/account";
import { exchange, type Answer, type NoAnswer } from "../transport/exchange";
import { contentBounds, remarkBounds } from "../transport/response-body";
import { userAgent } from "../transport/user-agent";
import type { AttemptRecord } from "./attempt-record";
import type { OperationClock } from "./operation-clock";
import { slotsOfProcess } from "./request-slots";
import type { SharedPause } from "./shared-pause";
import type { Timing } from "./timing";

/** What sending a request takes. */
export interface SendingEnvironment {
  readonly account: Account;
  readonly agent: () => Promise<Agent>;
  /** Requests under way at the same time in this process. */
  readonly parallel: number;
  readonly pause: SharedPause;
  readonly timing: Timing;
  readonly requestTimeoutSeconds: number;
}

/** How one request ended, and how long it was allowed to take. */
export interface Sent {
  readonly result: Answer | NoAnswer;
  readonly timeoutSeconds: number;
}

/** Nothing was sent: the pause that the service asked for is longer than what is left of the operation's time. */
export interface Held {
  readonly heldMilliseconds: number;
}

/**
 * Sends a request as soon as no pause holds it and a slot is free, within what is left of the operation's time.
 *
 * @param settle draws the conclusions before the slot is given to another request.
 */
export async function send<Settled>(
  environment: SendingEnvironment,
  request: OperationRequest<unknown>,
  signal: AbortSignal | undefined,
  clock: OperationClock,
  record: AttemptRecord,
  settle: (sent: Sent) => Settled,
): Promise<Settled | Held> {
  const { pause, timing, parallel } = environment;
  for (let waitedUntil = 0; ;) {
    const held = pause.until > waitedUntil ? pause.remaining() : 0;
    if (held >= clock.remaining() && held > 0) return { heldMilliseconds: held };
    waitedUntil = pause.until;
    if (held > 0) await timing.sleep(held, signal);
    clock.stop();
    try {
      const settled = await slotsOfProcess.use(parallel, signal, async () => {
        clock.start();
        // While this one waited for its slot, another may have been told to pause.
        const isHeld = pause.until > waitedUntil && pause.remaining() > 0;
        if (isHeld) return undefined;
        return { of: settle(await sendNow(environment, request, signal, clock, record)) };
      });
      if (settled !== undefined) return settled.of;
    } finally {
      clock.start();
    }
  }
}

async function sendNow(
  environment: SendingEnvironment,
  request: OperationRequest<unknown>,
  signal: AbortSignal | undefined,
  clock: OperationClock,
  record: AttemptRecord,
): Promise<Sent> {
  const agent = await environment.agent();
  const left = Math.max(1, clock.remaining());
  const timeoutMilliseconds = Math.min(environment.requestTimeoutSeconds * 1000, left);
  record.attempts += 1;
  const result = await exchange(
    httpRequest(request, environment.account.authorization(), userAgent()),
    agent,
    {
      timeoutMilliseconds,
      signal,
      bodyBounds: (status) => (status < 300 && request.hasContent ? contentBounds : remarkBounds),
    },
  );
  return { result, timeoutSeconds: Math.round(timeoutMilliseconds) / 1000 };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fault } from "../faults/fault-plan";
import { answerInstead } from "../faults/replace-answer";
import { spoilAnswer } from "../faults/spoil-answer";
import type { JournalEntry } from "../journal/journal-entry";
import { redact } from "../journal/redact";
import { admits, answer, takesBody } from "../operations/answer";
import { encode } from "../wire/encode";
import { parseJson, readBody } from "../wire/read-body";
import { findRoute, type Route } from "../wire/route";
import { send, sendSlowly } from "../wire/send";
import type { Target } from "../wire/target";
import { pause } from "./pause";
import { originOf } from "./origin";
import type { World } from "./world";

/** Bodies above this size are not kept in the journal. */
const largestJournalBody = 16 * 1024;

/**
 * Serves one request to the API: journal, latency, fault before, the operation, fault after. A request above the rate
 * limit meets no fault: "processed, then a reset" would claim what has not happened.
 */
export async function handleRequest(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  connection: number,
): Promise<void> {
  const method = request.method ?? "GET";
  const route = findRoute(method, target.path);
  const entry = record(world, request, target, route, connection);
  const authentication = world.accounts.authenticate(request.headers.authorization);
  const isAdmitted = admits(world.service, authentication);
  const taken = isAdmitted ? world.faults.take(method, route, entry.sequence) : undefined;
  if (taken !== undefined) {
    entry.fault = taken.id;
  }
  const fault = taken?.fault;

  if (fault?.kind === "reset") {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === "hangUp") {
    request.socket.destroy();
    return;
  }
  const body = takesBody(route.operation) ? await readBodyFor(entry, request) : drain(request);
  if (fault?.kind === "stall") {
    return;
  }
  await pause(world, world.latencyMilliseconds + (fault?.kind === "delay" ? fault.milliseconds : 0));
  const instead = answerInstead(fault, world.service.now());
  if (instead !== undefined) {
    entry.status = instead.status;
    send(response, instead);
    return;
  }

  const reply = answer(world.service, {
    route,
    query: target.query,
    origin: originOf(request),
    authentication,
    isAdmitted,
    contentType: request.headers["content-type"],
    accept: request.headers.accept,
    ifMatch: request.headers["if-match"],
    body,
  });
  if (reply.reason !== undefined) {
    entry.reason = reply.reason;
  }
  if (reply.cloudAddress !== undefined) {
    entry.cloudAddress = reply.cloudAddress;
  }
  await deliver(
    world,
    request,
    response,
    spoilAnswer(encode(reply, world.service.quirks), fault),
    fault,
    entry,
  );
}

async function deliver(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReturnType<typeof encode>,
  fault: Fault | undefined,
  entry: JournalEntry,
): Promise<void> {
  if (fault?.kind === "commitThenReset") {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === "commitThenStall") {
    return;
  }
  if (fault?.kind === "commitThenDelay") {
    await pause(world, fault.milliseconds);
  }
  if (fault?.kind === "slowBody") {
    entry.status = answer.status;
    await sendSlowly(response, answer, fault.bytes ?? 1, () => pause(world, fault.milliseconds));
    return;
  }
  entry.status = answer.status;
  send(response, answer);
}

function record(
  world: World,
  request: IncomingMessage,
  target: Target,
  route: Route,
  connection: number,
): JournalEntry {
  const {
    accept,
    "if-match": ifMatch,
    "content-type": contentType,
    "user-agent": userAgent,
  } = request.headers;
  return world.journal.record({
    time: world.service.now(),
    operation: route.operation,
    method: request.method ?? "GET",
    path: target.path,
    query: target.query,
    status: 0,
    ...(route.cloudAddress !== undefined && { cloudAddress: route.cloudAddress }),
    ...(ifMatch !== undefined && { ifMatch }),
    ...(accept !== undefined && { accept }),
    ...(contentType !== undefined && { contentType }),
    ...(userAgent !== undefined && { userAgent }),
    connection,
    openConnections: world.openConnections.note(request.socket),
  });
}

async function readBodyFor(entry: JournalEntry, request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request);
  const body = parseJson(bytes);
  if (body !== undefined && bytes !== undefined && bytes.length <= largestJournalBody) {
    entry.body = redact(body);
  }
  return body;
}

/** A28: operations without a body ignore what is sent, but it must be read for the connection to go on. */
function drain(request: IncomingMessage): undefined {
  request.resume();
  return undefined;
}

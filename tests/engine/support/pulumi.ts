import { prepareEngine, PulumiSession } from "../../../tools/engine";

let engine: ReturnType<typeof prepareEngine> | undefined;

/** A session of the real engine with a home and a state of its own. The engine is found, or built, once a process. */
export async function startSession(): Promise<PulumiSession> {
  engine ??= prepareEngine();
  return PulumiSession.start(await engine);
}

import { names, type StrikableOperation } from "../life/life";
import { characteristicsText } from "../watch/characteristics";
import { referredTo, withAddresses } from "../watch/declared";
import type { Ledger } from "../watch/ledger";
import type { LivingEngine, Order } from "./living-engine";
import type { Bag } from "./provider-calls";

/**
 * What a run has to ask the service for if nothing goes wrong, an operation for each request that can be foreseen. It
 * only tells where an interruption is likely to strike: nothing is held against it.
 */
export function dueRequests(
  { command, refresh, program }: Order,
  { resources, replaced }: Pick<LivingEngine, "resources" | "replaced">,
  ledger: Ledger,
): StrikableOperation[] {
  const all = [...resources.values(), ...replaced];
  if (command === "preview") return [];
  if (command === "destroy") return all.map(() => "delete");
  const due: StrikableOperation[] = command === "refresh" || refresh ? all.map(() => "details") : [];
  if (command === "refresh") return due;
  const idOf = new Map<string, string>([...resources].map(([name, { id }]) => [name, id]));
  due.push(...replaced.map(() => "delete" as const));
  for (const name of names) {
    const declaration = program[name];
    const old = resources.get(name);
    if (declaration === undefined) {
      if (old !== undefined) due.push("delete");
      continue;
    }
    const isNew =
      old?.outputs["action"] !== declaration.action || old.outputs["account"] !== declaration.account;
    if (isNew) {
      idOf.delete(name);
      due.push("create", "ready", "details");
      if (old !== undefined) due.push("delete");
      continue;
    }
    const admitted = referredTo(name, declaration, program).map((other) => idOf.get(other) ?? other);
    const wanted = characteristicsText(withAddresses(declaration, admitted));
    if (wanted !== characteristicsText(old.outputs)) due.push("change", "ready", "details");
    if (ledger.asksForReset(old.id, declaration as unknown as Bag)) due.push("reset", "ready", "details");
    else if (old.outputs["writtenEtag"] === undefined) due.push("ready", "details");
  }
  return due;
}

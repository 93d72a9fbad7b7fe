import type { Reason } from "../relation/reasons";
import { quotedIfOdd } from "./printable";

const sentences: Partial<Record<Reason, string>> = {
  address: "by its address",
  open: "open listener",
  group: "a group not known yet",
};

/** Why a connect address is admitted, for people: `support, sales` (groups), `by its address`, `open listener`. */
export function describeReasons(reasons: readonly Reason[]): string {
  const groups = reasons.filter((reason) => reason.startsWith("group:"));
  const others = reasons.filter((reason) => !reason.startsWith("group:"));
  return [
    ...groups.map((reason) => quotedIfOdd(reason.slice("group:".length))),
    ...others.map((reason) => sentences[reason] as string),
  ].join(", ");
}

import type { NeverRule } from "../../access/rule/never-rule";
import type { CloudAddressArgs } from "../cloud-address/arguments";
import * as pulumi from "../pulumi/pulumi";
import type { DeclaredAddress } from "./declared-address";
import type { Review } from "./review";

/** What one run of a program declares, and the review of it, once there is a rule. */
interface Declarations {
  readonly addresses: DeclaredAddress[];
  review?: Promise<Review>;
}

/** By the connection to the engine, for the Automation API runs several programs in one process. */
const declarationsOfRuns = new WeakMap<object, Declarations>();

/** Notes an address of the program. */
export function declareAddress(
  resource: pulumi.CustomResource,
  name: string,
  args: CloudAddressArgs,
  options: pulumi.CustomResourceOptions,
): void {
  const { addresses, review } = declarationsOfThisRun();
  const address = { resource, name, args, options };
  addresses.push(address);
  void review?.then((running) => running.add(address));
}

/** Reviews every address of the program, those declared before included, by a rule. */
export function reviewDeclaredAddresses(rule: NeverRule): void {
  const declarations = declarationsOfThisRun();
  declarations.review ??= startReview([...declarations.addresses]);
  void declarations.review.then((running) => running.addRule(rule));
}

/** The analysis is loaded when there is a rule: most programs have none, and should not wait for it. */
async function startReview(addresses: readonly DeclaredAddress[]): Promise<Review> {
  const { Review } = await import("./review.js");
  const started = new Review();
  for (const address of addresses) started.add(address);
  return started;
}

function declarationsOfThisRun(): Declarations {
  const run = pulumi.getMonitor() ?? declarationsOfRuns;
  const declarations = declarationsOfRuns.get(run) ?? { addresses: [] };
  declarationsOfRuns.set(run, declarations);
  return declarations;
}

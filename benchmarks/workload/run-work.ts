import type { Engine } from "../../tools/engine";
import type { Service } from "../service/service";
import { BareCalls } from "../subjects/bare-calls";
import type { OpenTofu } from "../subjects/opentofu/opentofu";
import { OpenTofuProject } from "../subjects/opentofu/opentofu-project";
import { PulumiStack } from "../subjects/pulumi-stack";
import type { Subject, SubjectName } from "../subjects/subject";
import type { Measurement } from "./measurement";
import type { BenchmarkPlan } from "./plan";
import { steps } from "./step";

/** Makes a subject that has no addresses yet. */
type MakeSubject = (count: number) => Promise<Subject>;

/** What the subjects work with. */
interface Means {
  readonly engine: Engine;
  readonly service: Service;
  /** Undefined where the peers are left out. */
  readonly openTofu: OpenTofu | undefined;
}

/** The subjects of a run, in the order in which they take turns. */
export function subjectsOf({ engine, service, openTofu }: Means): ReadonlyMap<SubjectName, MakeSubject> {
  const stack = (name: "ours" | "floor" | "naive"): [SubjectName, MakeSubject] => [
    name,
    (count) => PulumiStack.create(name, engine, service, count),
  ];
  const peers = (["OpenTofu", "OpenTofu -refresh=false"] as const).map((name): [SubjectName, MakeSubject] => [
    name,
    (count) => OpenTofuProject.create(name, openTofu as OpenTofu, service, count),
  ]);
  return new Map<SubjectName, MakeSubject>([
    stack("ours"),
    stack("floor"),
    stack("naive"),
    ["bare calls", (count) => Promise.resolve(new BareCalls(service, count))],
    ...(openTofu === undefined ? [] : peers),
  ]);
}

/**
 * Has every subject do every step. The subjects take turns within a round, so that what else happens on the machine
 * befalls all of them.
 */
export async function runWork(
  plan: BenchmarkPlan,
  subjects: ReadonlyMap<SubjectName, MakeSubject>,
  service: Service,
  report: (text: string) => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const count of plan.counts) {
    for (let round = 1; round <= plan.rounds(count); round += 1) {
      for (const latencyMilliseconds of plan.latenciesMilliseconds) {
        report(`${count} addresses, ${latencyMilliseconds} ms, round ${round}`);
        for (const [name, make] of subjects) {
          if (!plan.includes(name, count)) continue;
          await service.restart(latencyMilliseconds);
          const subject = await make(count);
          try {
            measurements.push(...(await runSteps(subject, service, count, latencyMilliseconds)));
          } finally {
            await subject.dispose();
          }
        }
      }
    }
  }
  return measurements;
}

async function runSteps(
  subject: Subject,
  service: Service,
  count: number,
  latencyMilliseconds: number,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  await service.count();
  for (const step of steps) {
    const usage = await subject.run(step);
    const counted = await service.count();
    measurements.push({ subject: subject.name, count, latencyMilliseconds, step, ...usage, ...counted });
  }
  return measurements;
}

import type { Engine } from "../../tools/engine";
import type { Service } from "../service/service";
import { BareCalls } from "../subjects/bare-calls";
import { PulumiStack } from "../subjects/pulumi-stack";
import type { Subject, SubjectName } from "../subjects/subject";
import type { Measurement } from "./measurement";
import type { BenchmarkPlan } from "./plan";
import { steps } from "./step";

/** Makes a subject that has no addresses yet. */
type MakeSubject = (engine: Engine, service: Service, count: number) => Promise<Subject>;

/** The subjects of every run, in the order in which they take turns. */
export const subjects: Readonly<Record<SubjectName, MakeSubject>> = {
  ours: (engine, service, count) => PulumiStack.create("ours", engine, service, count),
  floor: (engine, service, count) => PulumiStack.create("floor", engine, service, count),
  naive: (engine, service, count) => PulumiStack.create("naive", engine, service, count),
  "bare calls": (_engine, service, count) => Promise.resolve(new BareCalls(service, count)),
};

/**
 * Has every subject do every step. The subjects take turns within a round, so that what else happens on the machine
 * befalls all of them.
 */
export async function runWork(
  plan: BenchmarkPlan,
  makers: readonly MakeSubject[],
  engine: Engine,
  service: Service,
  report: (text: string) => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const count of plan.counts) {
    for (let round = 1; round <= plan.rounds(count); round += 1) {
      for (const latencyMilliseconds of plan.latenciesMilliseconds) {
        report(`${count} addresses, ${latencyMilliseconds} ms, round ${round}`);
        for (const make of makers) {
          await service.restart(latencyMilliseconds);
          const subject = await make(engine, service, count);
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

import type { AccessAddress } from "../../../access/index";
import type { Surroundings } from "../../command/surroundings";
import type { Preview } from "../../preview/preview";
import type { CloudAddressResource, StackState } from "../../stack/cloud-address-resource";
import { readLiveStack, readStackFile } from "../../stack/read-stack";
import { AddressMaker } from "../address/address-of-resource";
import { addressesOfStates } from "../address/addresses-of-states";
import { notesOfStates } from "../address/notes-of-states";
import { readDocument, refuseTwoStandardInputs, type InputDocument } from "../input/read-document";
import { plannedChange, type PlannedChange } from "./planned-change";
import { changeBetweenStates } from "./change-between-states";

/** Where a change is read from. */
export interface ChangeSources {
  /** One or two files. */
  readonly files: readonly string[];
  /** Exports of other stacks, which the change leaves alone. */
  readonly others: readonly string[];
  /** The stack to export live if there is only a preview; undefined = that of the preview. */
  readonly stack?: string | undefined;
}

/** Reads the addresses before and after a change, those of other stacks included. */
export async function readChange(sources: ChangeSources, surroundings: Surroundings): Promise<PlannedChange> {
  refuseTwoStandardInputs([...sources.files, ...sources.others]);
  const documents: InputDocument[] = [];
  for (const file of sources.files) documents.push(await readDocument(file, surroundings));
  const others: StackState[] = [];
  for (const file of sources.others) others.push(await readStackFile(file, surroundings));
  const [before, after] = await sidesOf(documents, sources.stack, surroundings);
  const resources = [before, ...others].flatMap((state) => state.resources);
  const maker = new AddressMaker([...resources, ...resourcesOf(after)]);
  const change =
    "steps" in after
      ? plannedChange(before.resources, after, maker)
      : changeBetweenStates(before, after, maker);
  const elsewhere = addressesOfStates(others, maker);
  const external = new Set(
    before.resources.flatMap(({ external, id }) => (external && id !== undefined ? id : [])),
  );
  return {
    before: ownersFirst(change.before, elsewhere, external),
    after: ownersFirst(change.after, elsewhere, external),
    notes: [...notesOfStates([before, ...others]), ...change.notes],
  };
}

async function sidesOf(
  documents: readonly InputDocument[],
  stack: string | undefined,
  surroundings: Surroundings,
): Promise<[StackState, StackState | Preview]> {
  const states = documents.filter((document) => document.kind === "state");
  const previews = documents.filter((document) => document.kind === "preview");
  const [state, later] = states;
  const [preview] = previews;
  if (previews.length > 1)
    throw new Error("both files are previews: give the exported state and one preview.");
  if (state && later) return [state.state, later.state];
  if (!preview) {
    throw new Error(
      `${state?.origin} is an exported state; to compare it, give a second file: a preview of the same stack, or a ` +
        "later export.",
    );
  }
  const known = state?.state ?? (await readLiveStack(stack ?? stackOf(preview.preview), surroundings));
  refuseOtherStack(known, preview.preview);
  return [known, preview.preview];
}

function stackOf({ stackName }: Preview): string | undefined {
  return stackName?.slice(stackName.indexOf("/") + 1);
}

function refuseOtherStack({ name }: StackState, { stackName }: Preview): void {
  if (name === undefined || stackName === undefined || name === stackName) return;
  throw new Error(
    `the preview is of the stack ${stackName}, the exported state of ${name}. Give the state of the stack that was ` +
      "previewed; other stacks that take part come in by --with.",
  );
}

function resourcesOf(after: StackState | Preview): CloudAddressResource[] {
  if ("resources" in after) return [...after.resources];
  return after.steps.flatMap((step) =>
    [step.before, step.after].filter((resource) => resource !== undefined),
  );
}

/** Of two tellings of one address the first counts, so what a stack only reads comes last. */
function ownersFirst(
  own: readonly AccessAddress[],
  elsewhere: readonly AccessAddress[],
  external: ReadonlySet<string>,
): AccessAddress[] {
  return [
    ...own.filter(({ id }) => !external.has(id)),
    ...elsewhere,
    ...own.filter(({ id }) => external.has(id)),
  ];
}

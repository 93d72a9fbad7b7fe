import * as pulumi from "../pulumi/pulumi";

interface Owner {
  readonly resource: pulumi.Resource;
  readonly name: string;
}

/** By the connection to the engine, for the Automation API runs several programs in one process. */
const ownersOfRuns = new WeakMap<object, Map<string, Owner>>();

/**
 * Notes which resource of the program has which address, and fails the run when two have the same one: a preview then
 * shows that an address which is to be adopted is managed already.
 */
export function claim(
  resource: pulumi.CustomResource,
  name: string,
  adopt: pulumi.Input<string> | undefined,
): void {
  const owners = ownersOfThisRun();
  const own = (cloudAddress: string | undefined): void => {
    if (cloudAddress === undefined || cloudAddress === "") return;
    const owner = owners.get(cloudAddress);
    if (owner === undefined) owners.set(cloudAddress, { resource, name });
    else if (owner.resource !== resource) throw conflict(cloudAddress, owner.name, name);
  };
  if (adopt !== undefined) pulumi.output(adopt).apply(own);
  resource.id.apply(own);
}

function ownersOfThisRun(): Map<string, Owner> {
  const run = pulumi.getMonitor() ?? ownersOfRuns;
  const owners = ownersOfRuns.get(run) ?? new Map<string, Owner>();
  ownersOfRuns.set(run, owners);
  return owners;
}

/** To be thrown, because a logged error would not fail the run. */
function conflict(cloudAddress: string, ownerName: string, name: string): Error {
  const message =
    `Cloud address "${cloudAddress}" cannot be managed by both "${ownerName}" and "${name}". Adopt an address once; if a ` +
    'resource was renamed, give it "aliases" instead of "adopt".';
  // What is thrown once the program has been read is shown with its stack, which tells nothing here.
  return Object.assign(new pulumi.RunError(message), { stack: "" });
}

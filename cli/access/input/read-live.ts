import { NotFoundError } from "../../../client";
import { Configuration } from "../../../provider/configuration/configuration";
import { isMarker } from "../../../provider/ownership/marker";
import type { AccessAddress, NameList } from "../../../access/index";
import type { Surroundings } from "../../command/surroundings";
import { expecting, startProgress } from "../../output/progress";
import { readAddresses, type AddressReading } from "../../service/read-addresses";
import type { Service } from "../../service/service";
import { withService } from "../../service/with-service";
import { stateProperties } from "../../stack/state-value";
import { accessCharacteristics, type AccessCharacteristics } from "../address/characteristics";

/** What the service says of the addresses of one or several accounts. */
export interface LiveAddresses {
  readonly addresses: readonly AccessAddress[];
  /** What people should know of it. */
  readonly notes: readonly string[];
}

/**
 * Reads every address of accounts from the service, one GET each.
 * @param accounts Their names; none = the default account.
 * @param known Addresses as stacks know them. They give the service's addresses their names, which it does not have,
 *   and those that belong to another API key than the accounts' stay as the stacks have them.
 */
export async function readLiveAddresses(
  accounts: readonly string[],
  known: readonly AccessAddress[],
  surroundings: Surroundings,
): Promise<LiveAddresses> {
  const byId = new Map(known.map((address) => [address.id, address]));
  const keysRead = new Set<string>();
  const addresses: AccessAddress[] = [];
  const notes: string[] = [];
  for (const account of accounts.length === 0 ? [undefined] : accounts) {
    await withService(account, surroundings, async (service) => {
      const key = service.client.keyFingerprint;
      if (keysRead.has(key)) return;
      keysRead.add(key);
      for await (const reading of readAll(service, known, surroundings)) {
        const named = byId.get(reading.cloudAddress);
        if (reading.details !== undefined) {
          addresses.push(liveAddress(reading, key, named, account, surroundings.environment));
        } else if (!(reading.problem instanceof NotFoundError)) throw reading.problem;
        else if (named) {
          notes.push(`${named.name} of ${named.collection} is not at the service any more: ${named.id}.`);
        }
      }
    });
  }
  const read = new Set(addresses.map(({ id }) => id));
  const others = known.filter(({ id, key }) => !read.has(id) && !(key.known && keysRead.has(key.name)));
  return { addresses: [...addresses, ...others], notes };
}

/** The addresses that the service lists, and those of the same key that only stacks know: a list proves no absence. */
async function* readAll(
  service: Service,
  known: readonly AccessAddress[],
  { errors }: Surroundings,
): AsyncGenerator<AddressReading> {
  async function* ids(): AsyncGenerator<string> {
    const listed = new Set<string>();
    for await (const id of service.client.listCloudAddresses({ signal: service.signal })) {
      listed.add(id);
      yield id;
    }
    for (const { id, key } of known) {
      if (key.known && key.name === service.client.keyFingerprint && !listed.has(id)) yield id;
    }
  }
  const progress = startProgress(errors, "Reading cloud addresses");
  try {
    for await (const reading of readAddresses(service, expecting(ids(), progress))) {
      progress.advance();
      yield reading;
    }
  } finally {
    progress.stop();
  }
}

function liveAddress(
  { cloudAddress, details }: Extract<AddressReading, { details: object }>,
  key: string,
  named: AccessAddress | undefined,
  account: string | undefined,
  environment: Readonly<NodeJS.ProcessEnv>,
): AccessAddress {
  const characteristics = accessCharacteristics(stateProperties(details.characteristics));
  return {
    id: cloudAddress,
    name: named?.name ?? cloudAddress,
    collection:
      named?.collection ?? (account === undefined ? "the default account" : `the account ${account}`),
    key: { name: key, known: true },
    ...withoutMarkers(characteristics, new Configuration(undefined, environment).ownershipGroup()),
  };
}

/** Ownership markers let nobody reach anybody. */
function withoutMarkers(
  characteristics: AccessCharacteristics,
  ownershipGroup: string | undefined,
): AccessCharacteristics {
  if (ownershipGroup === undefined) return characteristics;
  const { groups, accessControl } = characteristics;
  const strip = ({ known }: NameList): NameList => ({
    known: known.filter((group) => !isMarker(ownershipGroup, group)),
  });
  return {
    ...characteristics,
    ...(groups && { groups: strip(groups) }),
    ...(typeof accessControl === "object" && {
      accessControl: { ...accessControl, groups: strip(accessControl.groups) },
    }),
  };
}

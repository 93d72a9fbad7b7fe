import { NotFoundError, type CloudAddressDetails } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { warn } from "../output/notice";
import { expecting, noProgress, startProgress } from "../output/progress";
import { jsonArrayText, streamTexts } from "../output/stream";
import { readAddresses } from "../service/read-addresses";
import type { Service } from "../service/service";
import { withService } from "../service/with-service";
import type { ListFlags } from "./flags";
import { detailRows, nameRows } from "./rows";

/** Lists the cloud addresses of an account, each as soon as it is known. */
export async function runList(flags: ListFlags, surroundings: Surroundings): Promise<void> {
  await withService(flags.account, surroundings, async (service) => {
    await streamTexts(surroundings.output, textsOf(service, flags, surroundings));
  });
}

function textsOf(
  service: Service,
  { details, json }: ListFlags,
  surroundings: Surroundings,
): AsyncIterable<string> {
  if (details) {
    const found = detailsOfAll(service, surroundings);
    return json ? jsonArrayText("cloudAddresses", asObjects(found)) : detailRows(found);
  }
  const names = service.client.listCloudAddresses({ signal: service.signal });
  return json ? jsonArrayText("cloudAddresses", names) : nameRows(names);
}

async function* detailsOfAll(
  service: Service,
  surroundings: Surroundings,
): AsyncGenerator<CloudAddressDetails> {
  const { errors, output } = surroundings;
  // Rows on the same screen show by themselves how far it is.
  const progress = output.isTTY ? noProgress : startProgress(errors, "Reading cloud addresses");
  try {
    const names = service.client.listCloudAddresses({ signal: service.signal });
    for await (const reading of readAddresses(service, expecting(names, progress))) {
      progress.advance();
      if (reading.details !== undefined) yield reading.details;
      else if (reading.problem instanceof NotFoundError) {
        warn(surroundings, `${reading.cloudAddress} was deleted while the list was read.`);
      } else throw reading.problem;
    }
  } finally {
    progress.stop();
  }
}

async function* asObjects(found: AsyncIterable<CloudAddressDetails>): AsyncGenerator<object> {
  for await (const { cloudAddress, characteristics, etag } of found)
    yield { cloudAddress, ...characteristics, etag };
}

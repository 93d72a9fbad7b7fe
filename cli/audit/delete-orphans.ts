import pMap from "p-map";
import { NotFoundError, PreconditionFailedError, VncCloudError } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { startProgress, type Progress } from "../output/progress";
import type { Service } from "../service/service";
import { withService } from "../service/with-service";
import type { AccountAudit } from "./audit-account";
import { accountText } from "./listing";
import type { Orphan } from "./orphan";

/** What became of an orphan that was to be deleted, as the end of its detail; `deleted` = it does not exist any more. */
export interface Deletion {
  readonly deleted: boolean;
  readonly text: string;
}

/** Why an orphan is left alone without being asked for; undefined if it may be deleted. */
export function reasonToKeep({ etag, otherStack }: Orphan): string | undefined {
  if (otherStack !== undefined) {
    return `left alone, since the state of the stack marked "${otherStack}" was not given`;
  }
  if (etag === undefined) {
    return "left alone, since the service sent no ETag, without which a change in between could not be seen";
  }
  return undefined;
}

/** Deletes orphans of an account, each on the condition that it still is the version that was judged. */
export async function deleteOrphans(
  { listing }: AccountAudit,
  orphans: readonly Orphan[],
  surroundings: Surroundings,
): Promise<Map<string, Deletion>> {
  const deletions = new Map<string, Deletion>();
  const progress = startProgress(surroundings.errors, `Deleting orphans of ${accountText(listing)}`);
  try {
    await withService(listing.account, surroundings, async (service) => {
      const each = async (orphan: Orphan) => {
        deletions.set(orphan.cloudAddress, await deleteOrphan(service, orphan, progress));
      };
      orphans.forEach(() => progress.expect());
      await pMap(orphans, each, { concurrency: service.parallel, signal: service.signal });
    });
  } finally {
    progress.stop();
  }
  return deletions;
}

async function deleteOrphan(
  { client, signal }: Service,
  { cloudAddress, etag }: Orphan,
  progress: Progress,
): Promise<Deletion> {
  try {
    await client.deleteCloudAddress(cloudAddress, { ifMatch: etag, signal });
    return { deleted: true, text: "deleted" };
  } catch (error) {
    if (error instanceof NotFoundError) return { deleted: true, text: "gone meanwhile" };
    if (error instanceof PreconditionFailedError) {
      return { deleted: false, text: "left alone, since somebody has changed it since it was judged" };
    }
    if (!(error instanceof VncCloudError) || signal.aborted) throw error;
    return { deleted: false, text: `not deleted: ${error.message}` };
  } finally {
    progress.advance();
  }
}

import type { CloudAddressDetails } from "../../client";
import { characteristicsText } from "../service/characteristics-text";

/** One address on each line, without a heading, as other programs want it. */
export async function* nameRows(names: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const name of names) yield `${name}\n`;
}

const actionWidth = "connect".length;

/**
 * A table that begins before its end is known: addresses are as wide as the widest one so far, and what has no bounds
 * comes last.
 */
export async function* detailRows(found: AsyncIterable<CloudAddressDetails>): AsyncGenerator<string> {
  let width = 0;
  for await (const { cloudAddress, characteristics, etag } of found) {
    const isFirst = width === 0;
    width = Math.max(width, cloudAddress.length);
    if (isFirst) yield row("ACTION", "CLOUD ADDRESS", "ETAG", "ACCESS", width);
    yield row(characteristics.action, cloudAddress, etag ?? "-", characteristicsText(characteristics), width);
  }
}

function row(action: string, cloudAddress: string, etag: string, access: string, width: number): string {
  return `${action.padEnd(actionWidth)}  ${cloudAddress.padEnd(width)}  ${etag.padEnd(4)}  ${access}\n`;
}

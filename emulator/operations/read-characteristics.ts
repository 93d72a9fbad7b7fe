import { mapLists, type Characteristics } from "../addresses/characteristics";
import { isWellFormed } from "../addresses/identifiers";
import type { Service } from "../service/service";
import { findErrorCode } from "../validation/coded-rules";
import { readShape, ShapeError, type ShapedBody } from "../validation/shape";
import { refuse, refuseWithCode, type Reply } from "../wire/reply";

export type ReadBody = (ShapedBody & { refusal?: undefined }) | { refusal: Reply };

/**
 * Reads the body of a create or a change: JSON types, then error codes in the order of A19, then what has no
 * code (A20, A21).
 */
export function readCharacteristics(service: Service, body: unknown, withAddress: boolean): ReadBody {
  let shaped: ShapedBody;
  try {
    shaped = readShape(body, withAddress, service.quirks);
  } catch (error) {
    if (error instanceof ShapeError) {
      return { refusal: refuse(400, error.message) };
    }
    throw error;
  }
  if (service.quirks.removeDuplicates) {
    shaped.characteristics = mapLists(shaped.characteristics, (list) => [...new Set(list)]);
  }
  const errorCode = findErrorCode(shaped.characteristics, service.quirks);
  if (errorCode !== undefined) {
    return { refusal: refuseWithCode(errorCode) };
  }
  const refusal = checkReferences(service, shaped.characteristics);
  return refusal === undefined ? shaped : { refusal };
}

function checkReferences(service: Service, { accessControl }: Characteristics): Reply | undefined {
  const references = accessControl?.cloudAddresses ?? [];
  if (!references.every(isWellFormed)) {
    return refuse(400, "A20: accessControl.cloudAddresses has an entry that is not well-formed");
  }
  if (
    service.quirks.rejectUnknownReferences &&
    references.some((reference) => service.find(reference) === undefined)
  ) {
    return refuse(400, "A21: accessControl.cloudAddresses names an address that does not exist");
  }
  return undefined;
}

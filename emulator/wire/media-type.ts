/** Whether a `Content-Type` header says `application/json` (rule 23; A24 for parameters). */
export function isJsonContentType(contentType: string | undefined, strict: boolean): boolean {
  if (contentType === undefined) {
    return false;
  }
  return strict
    ? contentType.trim().toLowerCase() === "application/json"
    : /^\s*application\/json\s*(?:;[^,]*)?$/i.test(contentType);
}

const ranges: Readonly<Record<string, number>> = {
  "application/json": 3,
  "application/*": 2,
  "*/*": 1,
  // Not in the grammar of RFC 9110, but old Java clients send it for "anything".
  "*": 1,
};

/**
 * Whether an `Accept` header admits `application/json` (rule 24, A25).
 * No header admits everything; of the ranges that match, the most specific one decides, and `q=0` refuses.
 */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === "") {
    return true;
  }
  let best = { precision: 0, quality: 0 };
  for (const element of accept.split(",")) {
    const [range = "", ...parameters] = element.split(";").map((part) => part.trim().toLowerCase());
    const precision = Object.hasOwn(ranges, range) ? ranges[range]! : 0;
    const quality = qualityOf(parameters);
    if (precision > best.precision || (precision === best.precision && quality > best.quality)) {
      best = { precision, quality };
    }
  }
  return best.precision > 0 && best.quality > 0;
}

/** The weight of a range: 1 when there is none, 0 when it is no number from 0 to 1 (`.2` is one to old Java). */
function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
  if (weight === undefined) {
    return 1;
  }
  const value = weight.replace(/^q\s*=\s*/, "");
  return /^[01]?(?:\.[0-9]{0,3})?$/.test(value) && Number(value) <= 1 ? Number(value) : 0;
}

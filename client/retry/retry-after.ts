/**
 * The milliseconds that a `Retry-After` asks for (RFC 9110, 10.2.3): seconds, or an HTTP-date in one of its three
 * forms. Anything else is undefined, and the own back-off decides.
 *
 * A date is compared with the answer's own `Date`, so that a wrong clock on this machine does not matter; without one
 * with `now`.
 *
 * @param now milliseconds since 1970 on this machine.
 */
export function retryAfterMilliseconds(
  retryAfter: string | undefined,
  date: string | undefined,
  now: number,
): number | undefined {
  if (retryAfter === undefined) return undefined;
  const value = retryAfter.trim();
  // So long that it never fits is all that a larger number can mean.
  if (/^\d+$/.test(value)) return Math.min(Number(value), 1e10) * 1000;
  const target = parseHttpDate(value, now);
  if (target === undefined) return undefined;
  const reference = date === undefined ? undefined : parseHttpDate(date.trim(), now);
  return Math.max(0, target - (reference ?? now));
}

const dayNames = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const longDayNames = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = `(?<month>${months.join("|")})`;
const time = "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})";

const httpDateForms = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  new RegExp(`^${dayNames}, (?<day>\\d{2}) ${month} (?<year>\\d{4}) ${time} GMT$`),
  // Sunday, 06-Nov-94 08:49:37 GMT
  new RegExp(`^${longDayNames}, (?<day>\\d{2})-${month}-(?<year>\\d{2}) ${time} GMT$`),
  // Sun Nov  6 08:49:37 1994
  new RegExp(`^${dayNames} ${month} (?<day>\\d{2}| \\d) ${time} (?<year>\\d{4})$`),
];

/** Milliseconds since 1970 of an HTTP-date (RFC 9110, 5.6.7); undefined when it is none. */
export function parseHttpDate(value: string, now: number): number | undefined {
  const groups = httpDateForms.map((form) => form.exec(value)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const part = (name: string): number => Number(groups[name]);
  const monthIndex = months.indexOf(groups["month"] ?? "");
  const year = groups["year"]?.length === 2 ? fullYear(part("year"), now) : part("year");
  // A leap second is the only 60 there is; Date carries it into the next minute.
  if (part("hour") > 23 || part("minute") > 59 || part("second") > 60) return undefined;
  const day = new Date(0);
  day.setUTCFullYear(year, monthIndex, part("day"));
  // A day that the month does not have is one of another month.
  if (day.getUTCMonth() !== monthIndex) return undefined;
  return day.setUTCHours(part("hour"), part("minute"), part("second"));
}

/** A two-digit year that looks more than 50 years ahead is the most recent past one (RFC 9110, 5.6.7). */
function fullYear(twoDigits: number, now: number): number {
  const currentYear = new Date(now).getUTCFullYear();
  const sameCentury = currentYear - (currentYear % 100) + twoDigits;
  return sameCentury > currentYear + 50 ? sameCentury - 100 : sameCentury;
}

/** A number of things: `1 finding`, `5,000 findings`. */
export function counted(number: number, thing: string, things = `${thing}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? thing : things}`;
}

/** A number of cloud addresses. */
export function addresses(number: number): string {
  return counted(number, "cloud address", "cloud addresses");
}

import { InvalidArgumentError } from "commander";

/** Reads an argument of a command line that has to be a whole number in a range, both ends included. */
export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= from && number <= to) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${from} to ${to}.`);
  };
}

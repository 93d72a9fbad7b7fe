import { settingText, type Setting } from "./setting";

/** A parsed value, or what is wrong with it; neither when it is not configured. */
export interface Parsed<Value> {
  readonly value?: Value;
  readonly fault?: string;
}

/** A number in limits. The fault repeats the text, which is no secret. */
export function parseNumber(
  setting: Setting,
  text: string | undefined,
  limits: { minimum: number; whole?: boolean },
): Parsed<number> {
  if (text === undefined) return {};
  const value = Number(text);
  const whole = limits.whole === true;
  if (Number.isFinite(value) && value >= limits.minimum && (!whole || Number.isInteger(value)))
    return { value };
  const kind = whole ? `a whole number of at least ${limits.minimum}` : "a number above 0";
  return { fault: `${settingText(setting)} must be ${kind}, not "${text}".` };
}

/** One of a few words. */
export function parseChoice<Choice extends string>(
  setting: Setting,
  text: string | undefined,
  choices: readonly Choice[],
): Parsed<Choice> {
  if (text === undefined) return {};
  const value = choices.find((choice) => choice === text);
  if (value !== undefined) return { value };
  return { fault: `${settingText(setting)} must be one of ${choices.join(", ")}, not "${text}".` };
}

/** A text of limited length, in characters. */
export function parseText(
  setting: Setting,
  text: string | undefined,
  limits: { maximum: number },
): Parsed<string> {
  if (text === undefined) return {};
  if ([...text].length <= limits.maximum) return { value: text };
  return { fault: `${settingText(setting)} must not be longer than ${limits.maximum} characters.` };
}

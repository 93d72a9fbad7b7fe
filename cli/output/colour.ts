import { styleText } from "node:util";
import type { Display } from "../command/surroundings";

export type Style = Parameters<typeof styleText>[0];
/** Paints a text, or returns it as it is where colours are off. */
export type Styler = (style: Style, text: string) => string;

/**
 * Colours are on for a terminal, off for a file or pipe. `NO_COLOR` switches them off, `FORCE_COLOR` on
 * (https://no-color.org, https://force-color.org).
 */
export function styler(display: Display, environment: Readonly<NodeJS.ProcessEnv>): Styler {
  if (!coloursWanted(display, environment)) return (_style, text) => text;
  const always = styleText as (style: Style, text: string, options: { validateStream: boolean }) => string;
  return (style, text) => always(style, text, { validateStream: false });
}

function coloursWanted(display: Display, environment: Readonly<NodeJS.ProcessEnv>): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
  return display.isTTY === true && environment.TERM !== "dumb";
}

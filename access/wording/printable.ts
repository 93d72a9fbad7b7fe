/**
 * A name as it can be shown anywhere: characters that a reader would not see, or that would steer a terminal or turn
 * the writing direction, as escapes. Names come from programs and from the service, and nothing forbids such characters.
 */
export function printable(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return `\\u{${code.toString(16)}}`;
  });
}

/** A name in a sentence: in quotation marks where it would not stand for itself. */
export function quotedIfOdd(name: string): string {
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._:/@+-]*$/u.test(name) && !/ $| {2}/.test(name);
  return isPlain ? name : `"${printable(name)}"`;
}

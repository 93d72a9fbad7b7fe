/**
 * Every form in which a secret could stand in a text: as it is; escaped for JSON by Node.js or by Go, also JSON within
 * JSON; percent-encoded; and in Base64, whatever it was encoded together with, as an `Authorization` header does.
 */
export function formsOf(secret: string): string[] {
  const json = [secret, inJson(secret), inGoJson(secret)];
  return [
    ...new Set([
      ...json,
      ...json.map(inJson),
      ...json.map(inGoJson),
      encodeURIComponent(secret),
      new URLSearchParams({ "": secret }).toString().slice(1),
      ...inBase64(secret),
    ]),
  ];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go escapes what could be HTML as well. */
function inGoJson(text: string): string {
  return inJson(text).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** Three bytes make four characters, so there are three ways in which the bytes before it can shift the secret. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const ownCharacters = encoded.slice(
      Math.ceil((shift * 8) / 6),
      Math.floor(((shift + bytes.length) * 8) / 6),
    );
    return [ownCharacters, ownCharacters.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

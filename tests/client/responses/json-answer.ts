import type { Answer } from "../../../client/transport/exchange";

/** An answer as the transport hands it on. */
export function textAnswer(
  text: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Answer {
  return {
    kind: "answer",
    status,
    header: (name) => headers[name],
    body: { text, ending: "complete" },
  };
}

export function jsonAnswer(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return textAnswer(JSON.stringify(value), headers);
}

import type { ResponseBody } from "../transport/response-body";

/** What the body of an error says (rule 10); both members are optional (A7). */
export interface ErrorBody {
  readonly errorCode?: number;
  readonly errorMessage?: string;
}

/** Reads an error's body if it is JSON. It never throws: the status alone is enough. The code may be text (A26). */
export function readErrorBody(body: ResponseBody): ErrorBody {
  if (body.ending !== "complete" || body.text === undefined || !body.text.trimStart().startsWith("{"))
    return {};
  let object: Record<string, unknown>;
  try {
    object = JSON.parse(body.text) as Record<string, unknown>;
  } catch {
    return {};
  }
  const { errorCode, errorMessage } = object;
  const code = typeof errorCode === "string" && /^\d{1,9}$/.test(errorCode) ? Number(errorCode) : errorCode;
  return {
    ...(Number.isInteger(code) ? { errorCode: code as number } : {}),
    ...(typeof errorMessage === "string" && errorMessage !== "" ? { errorMessage } : {}),
  };
}

import type { Answer } from "../transport/exchange";
import { InvalidAnswer } from "./invalid-answer";

/**
 * The answer to change and delete, which has no body (rules 52 and 61). One that has is accepted, unless it is a page:
 * then something before the service has answered, and a cloud address that lives on would count as deleted.
 */
export function readNoContent({ body }: Answer): void {
  if (body.text?.trimStart().startsWith("<") === true) throw new InvalidAnswer("is a web page");
}

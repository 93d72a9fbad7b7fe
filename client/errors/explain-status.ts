import type { ErrorBody } from "../responses/error-body";
import { errorCodeDescriptions } from "./error-codes";

/** Why an operation failed, and what to do about it: two parts of an error's message. */
export interface Explanation {
  readonly why: string;
  readonly whatToDo: string;
}

/** What an explanation needs to know about the request. */
export interface StatusContext {
  readonly endpoint: string;
  readonly hasCloudAddress: boolean;
  /** The service's own message, redacted; undefined when it sent none. */
  readonly serviceMessage: string | undefined;
  readonly errorCode: ErrorBody["errorCode"];
}

/** Explains a status that is no success in the terms of the VNC Cloud API documentation. */
export function explainStatus(status: number, context: StatusContext): Explanation {
  switch (status) {
    case 400:
      return badRequest(context);
    case 401:
      return {
        why: "the service does not know the API key, or the API secret is wrong (401)",
        whatToDo: "Check both; a blank or a line end copied along with them is a usual reason.",
      };
    case 403:
      return {
        why: "the API key is not well-formed (403)",
        whatToDo: "Check that it was copied whole and that key and secret are not swapped.",
      };
    case 404:
      return notFound(context);
    case 409:
      return {
        why: "the cloud address in the request body is not the one in the URI (409)",
        whatToDo: `Check what lies between this machine and ${context.endpoint}: it has changed the request.`,
      };
    case 412:
      return {
        why: "somebody changed it since it was last read: the entity versions do not match (412)",
        whatToDo: "Read it again, and decide whether your change is still right.",
      };
    case 429:
      return {
        why: "the service was asked too often (429)",
        whatToDo: "Ask it less often: lower `parallel`, or wait.",
      };
    case 503:
      return { why: "the service is not available (503)", whatToDo: "It did nothing; try again later." };
    default:
      return unexpectedStatus(status, context);
  }
}

function badRequest({ errorCode, serviceMessage }: StatusContext): Explanation {
  const description = errorCode === undefined ? undefined : errorCodeDescriptions[errorCode];
  const reason = description ?? serviceMessage ?? "the service gave no reason";
  const code = errorCode === undefined ? "" : `, error ${errorCode}`;
  return { why: `${reason} (400${code})`, whatToDo: "Correct the request; repeating it cannot help." };
}

function notFound({ hasCloudAddress, endpoint }: StatusContext): Explanation {
  if (!hasCloudAddress) {
    return {
      why: `there is no VNC Cloud API at ${endpoint} (404)`,
      whatToDo: "Check the endpoint, its version included.",
    };
  }
  return {
    why: "the service does not have it under this API key (404)",
    whatToDo: `It was deleted, belongs to another API key, or the endpoint ${endpoint} is wrong.`,
  };
}

function unexpectedStatus(status: number, { endpoint, serviceMessage }: StatusContext): Explanation {
  const said = serviceMessage === undefined ? "" : `: ${serviceMessage}`;
  if (status < 400) {
    return {
      why: `the answer was a redirect (${status}), which is not followed because the request carries credentials`,
      whatToDo: `Set the endpoint to the address the service really has; it is ${endpoint} now.`,
    };
  }
  if (status < 500) {
    return {
      why: `the request was rejected with status ${status}${said}`,
      whatToDo:
        "The VNC Cloud API does not document this status; check the endpoint and what lies before it.",
    };
  }
  return {
    why: `the service failed with status ${status}${said}`,
    whatToDo: "Try again later; if it goes on, ask RealVNC.",
  };
}

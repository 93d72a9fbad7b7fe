import type { OperationName } from "../wire/route";

/**
 * What goes wrong with a request. "Before processing" means that the service did nothing; with the others it
 * did what was asked for, and only the answer suffers.
 */
export type Fault =
  /** Before processing: any status. Without a body member the body is empty. */
  | {
      kind: "status";
      status: number;
      /** A JSON body with this error code. */
      errorCode?: number;
      /** An HTML body, as proxies send. */
      html?: boolean;
      /** Any other body, with `contentType` (default `text/plain`). */
      body?: string;
      contentType?: string;
      /** `Retry-After` in seconds. */
      retryAfterSeconds?: number;
      /** `Retry-After` as an HTTP date so many seconds from now (whole seconds, rounded up). */
      retryAfterDateSeconds?: number;
      headers?: Record<string, string>;
    }
  /** Before processing: a TCP reset (RST). */
  | { kind: "reset" }
  /** Before processing: the connection ends without an answer (FIN). */
  | { kind: "hangUp" }
  /** Before processing: no answer for ever, until the client or the emulator closes. */
  | { kind: "stall" }
  /** Before processing: a pause, then all goes well. */
  | { kind: "delay"; milliseconds: number }
  /** Before processing: a redirect. */
  | { kind: "redirect"; location: string; status?: number }
  /** Processed, then a TCP reset instead of an answer. */
  | { kind: "commitThenReset" }
  /** Processed, then no answer for ever. */
  | { kind: "commitThenStall" }
  /** Processed, then a pause before the answer. */
  | { kind: "commitThenDelay"; milliseconds: number }
  /** Processed, then any status instead of the answer. */
  | { kind: "commitThenStatus"; status: number }
  /** Processed; the body comes a byte at a time (or `bytes`), each `milliseconds` after the one before. */
  | { kind: "slowBody"; milliseconds: number; bytes?: number }
  /** Processed; half of the body, with a Content-Length of that half (`right`) or of the whole (`wrong`). */
  | { kind: "truncatedBody"; contentLength: "right" | "wrong" }
  /** Processed; the right status and content type, but no body. */
  | { kind: "emptyBody" }
  /** Processed; another content type (default `text/html`). */
  | { kind: "wrongContentType"; contentType?: string }
  /** Processed; a `Link` to another origin (default `https://vnc-cloud.invalid/`). */
  | { kind: "foreignLink"; url?: string }
  /** Processed; white space before the JSON body until it has so many bytes. */
  | { kind: "hugeBody"; bytes: number }
  /** Processed; random bytes instead of the body (default 1,024), still called JSON. */
  | { kind: "binaryBody"; bytes?: number };

/** Which requests a fault befalls. Plans are tried in the order in which they were made; one fires at most. */
export interface FaultPlan {
  /** Only this operation. */
  operation?: OperationName | "unknown";
  /** Only requests whose path names this address. */
  cloudAddress?: string;
  /** Only this HTTP method. */
  method?: string;
  /** So many matching requests go well first. Default 0. */
  skip?: number;
  /** How often it fires. Default 1. */
  times?: number | "forever";
  fault: Fault;
}

/** What has become of a plan. */
export interface FaultAccount {
  id: string;
  plan: FaultPlan;
  /** How often it is to fire. */
  planned: number | "forever";
  /** How often it has fired. */
  fired: number;
  /** Whether it fired as often as planned; with `forever`, whether it fired at all. */
  completed: boolean;
  /** Journal sequences of the requests that it befell. */
  requests: number[];
}

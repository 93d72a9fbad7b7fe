import type { Characteristics } from "../characteristics";
import { InvalidArgumentError } from "../errors/argument-errors";
import type { Operation } from "../errors/operation";
import { nextPageUrl } from "../paging/next-link";
import { readCredentials } from "../responses/credentials-answer";
import { readDetails, type CloudAddressDetails } from "../responses/details-answer";
import { ifMatchHeader } from "../responses/entity-tag";
import { readNoContent } from "../responses/no-content-answer";
import { readPage, type Page } from "../responses/page-answer";
import { readReadiness } from "../responses/readiness-answer";
import type { Credentials } from "../secrets/credentials";
import { characteristicsBody } from "./characteristics-body";
import { assertCloudAddress } from "./cloud-address";
import type { OperationRequest } from "./operation-request";

/** A page with the URL of the next one. */
export interface LinkedPage extends Page {
  readonly next: string | undefined;
}

/** The seven operations of the API as requests (rule 2). Arguments that must not be sent are refused here. */
export class Requests {
  readonly #collection: string;

  constructor(endpoint: string) {
    this.#collection = `${endpoint}/static-address`;
  }

  create(characteristics: Characteristics): OperationRequest<Credentials> {
    return {
      operation: "create",
      cloudAddress: undefined,
      method: "POST",
      url: this.#collection,
      body: characteristicsBody(characteristics, "create"),
      hasContent: true,
      read: (answer) => readCredentials(answer.body, undefined),
    };
  }

  listUrl(limit: number): string {
    return `${this.#collection}?limit=${limit}`;
  }

  page(url: string): OperationRequest<LinkedPage> {
    return {
      operation: "list",
      cloudAddress: undefined,
      method: "GET",
      url,
      hasContent: true,
      read: (answer) => {
        const page = readPage(answer);
        return { ...page, next: nextPageUrl(page.link, url) };
      },
    };
  }

  ready(cloudAddress: string): OperationRequest<string> {
    return {
      operation: "ready",
      cloudAddress,
      method: "GET",
      url: `${this.#addressUrl(cloudAddress, "ready")}/ready`,
      hasContent: true,
      read: (answer) => readReadiness(answer.body),
    };
  }

  details(cloudAddress: string): OperationRequest<CloudAddressDetails> {
    return {
      operation: "details",
      cloudAddress,
      method: "GET",
      url: this.#addressUrl(cloudAddress, "details"),
      hasContent: true,
      read: (answer) => readDetails(answer, cloudAddress),
    };
  }

  change(
    cloudAddress: string,
    characteristics: Characteristics,
    etag: string | undefined,
  ): OperationRequest<void> {
    return {
      operation: "change",
      cloudAddress,
      method: "PUT",
      url: this.#addressUrl(cloudAddress, "change"),
      body: { cloudAddress, ...characteristicsBody(characteristics, "change") },
      hasContent: false,
      ifMatch: condition(etag, "change", cloudAddress),
      read: readNoContent,
    };
  }

  reset(cloudAddress: string, etag: string | undefined): OperationRequest<Credentials> {
    return {
      operation: "reset",
      cloudAddress,
      method: "POST",
      url: this.#addressUrl(cloudAddress, "reset"),
      hasContent: true,
      ifMatch: condition(etag, "reset", cloudAddress),
      read: (answer) => readCredentials(answer.body, cloudAddress),
    };
  }

  delete(cloudAddress: string, etag: string | undefined): OperationRequest<void> {
    return {
      operation: "delete",
      cloudAddress,
      method: "DELETE",
      url: this.#addressUrl(cloudAddress, "delete"),
      hasContent: false,
      ifMatch: condition(etag, "delete", cloudAddress),
      read: readNoContent,
    };
  }

  #addressUrl(cloudAddress: string, operation: Operation): string {
    assertCloudAddress(cloudAddress, operation);
    return `${this.#collection}/${encodeURIComponent(cloudAddress)}`;
  }
}

/** A condition that cannot be sent is refused: without it the write would happen unconditionally. */
function condition(etag: string | undefined, operation: Operation, cloudAddress: string): string | undefined {
  if (etag === undefined) return undefined;
  const header = ifMatchHeader(etag);
  if (header !== undefined) return header;
  throw new InvalidArgumentError(
    `The entity version given for the cloud address ${cloudAddress} cannot be sent as a condition. Read the address ` +
      "again for a new one. Nothing was sent.",
    { operation, cloudAddress },
  );
}

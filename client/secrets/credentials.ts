import { inspect } from "node:util";

/**
 * What create and reset return (rules 21 and 58): the only moment at which the password can be seen. Printing it or
 * turning it into JSON leaves the password out; reading the property does not.
 */
export interface Credentials {
  readonly cloudAddress: string;
  readonly cloudPassword: string;
}

/** Credentials that do not print their password. */
export class UnprintedCredentials implements Credentials {
  readonly cloudAddress: string;
  readonly cloudPassword: string;

  constructor(cloudAddress: string, cloudPassword: string) {
    this.cloudAddress = cloudAddress;
    this.cloudPassword = cloudPassword;
  }

  toJSON(): { cloudAddress: string } {
    return { cloudAddress: this.cloudAddress };
  }

  [inspect.custom](): string {
    return `Credentials { cloudAddress: '${this.cloudAddress}', cloudPassword: [secret] }`;
  }
}

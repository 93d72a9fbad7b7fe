import type { CloudAddressArgs } from "../cloud-address/arguments";
import type * as pulumi from "../pulumi/pulumi";

/** An address of the program, as its constructor was given it. */
export interface DeclaredAddress {
  readonly resource: pulumi.CustomResource;
  readonly name: string;
  readonly args: CloudAddressArgs;
  readonly options: pulumi.CustomResourceOptions;
}

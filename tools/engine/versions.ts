/** The version of the Pulumi engine that is downloaded or built. */
export const engineVersion = "3.255.0";

/** Which engines of a machine's own are good enough. Import files that carry outputs came with 3.254.0. */
export const acceptedVersions = ">=3.254.0 <4";

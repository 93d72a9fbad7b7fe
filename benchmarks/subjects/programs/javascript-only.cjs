"use strict";
/* global process */

/**
 * What the language host does for `typescript: false` in Pulumi.yaml. The last host that the Go module registry serves
 * does not know the option, so it is done here, for every subject: none of the programs is TypeScript.
 */
delete process.env.PULUMI_NODEJS_TYPESCRIPT;

"use strict";
/* global process */

/**
 * What the language host does for `typescript: false` in Pulumi.yaml. The last host that the Go module registry serves
 * does not know the option, so it is done here, before the program starts.
 */
delete process.env.PULUMI_NODEJS_TYPESCRIPT;

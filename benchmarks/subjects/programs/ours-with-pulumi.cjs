"use strict";
require("@pulumi/pulumi");
require("./ours.cjs");

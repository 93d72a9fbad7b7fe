import { join } from "node:path";
import { buildSync } from "esbuild";
import { repository } from "../repository";

const script = "cli/access/page/browser/main";

// The script of the page that `vnc-cloud access --html` writes, with the analysis in it, for browsers since 2023.
buildSync({
  entryPoints: [join(repository, `${script}.ts`)],
  outfile: join(repository, "dist", `${script}.js`),
  bundle: true,
  minify: true,
  charset: "ascii",
  format: "iife",
  target: "es2022",
  logLevel: "warning",
});

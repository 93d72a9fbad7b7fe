import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  accessBlocks,
  AddressWording,
  compareAccess,
  lintAccess,
  printable,
  type AccessWorld,
} from "../../../access/index";
import { counted } from "../../output/counted";
import { blockLine, remainderText } from "../view/block-line";
import { style } from "./style";

/** Of more lines than this people read the matrix. */
const mostLines = 300;

/**
 * Who can reach whom as one web page that needs no network: in words, as a matrix and as a graph, both searchable. It
 * holds the addresses, not the relation, which its script works out with the analysis's own code. Its security policy
 * lets it run its own script and load nothing.
 */
export function* page(world: AccessWorld): Generator<string> {
  const script = readFileSync(scriptFile(), "utf8");
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const numbers =
    `${counted(world.connectors.length, "connect address", "connect addresses")}, ` +
    counted(world.listeners.length, "listen address", "listen addresses");
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Who can reach whom</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Who can reach whom</h1>
<p>${numbers} of VNC Cloud</p>
<nav><a href="#words-heading">In words</a> <a href="#matrix-heading">Matrix</a> <a href="#graph-heading">Graph</a> <a href="#findings-heading">Worth a look</a></nav>
</header>
<main>
<section aria-labelledby="words-heading">
<h2 id="words-heading">In words</h2>
<ul class="lines">
`;
  yield* words(world);
  yield `</ul>
</section>
<form role="search">
<label>Connect addresses <input type="search" id="from" placeholder="name, group, component: / to type" autocomplete="off"></label>
<label>Listen addresses <input type="search" id="to" placeholder="name, group, component" autocomplete="off"></label>
<label class="check"><input type="checkbox" id="folded" checked> Like addresses as one</label>
<p id="found" role="status"></p>
</form>
<section aria-labelledby="matrix-heading">
<h2 id="matrix-heading">Matrix</h2>
<p class="hint">● through a group, ◆ by its address, ○ open listener, ? only perhaps: something is not known. Arrow keys, Page Up and Down, Home and End move.</p>
<div id="matrix"></div>
<div id="details"></div>
</section>
<section aria-labelledby="graph-heading">
<h2 id="graph-heading">Graph</h2>
<p class="hint">Connect addresses on the left, groups in the middle, listen addresses on the right; dashed is only perhaps. The box under the pointer or the focus shows its paths.</p>
<div id="graph"></div>
</section>
<section aria-labelledby="findings-heading">
<h2 id="findings-heading">Worth a look</h2>
<ul class="lines">
`;
  yield* findings(world);
  yield `</ul>
</section>
<noscript><p>The matrix and the graph need JavaScript.</p></noscript>
</main>
<script type="application/json" id="addresses">`;
  yield* addressesJson(world);
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}

function* words(world: AccessWorld): Generator<string> {
  const wording = new AddressWording(world.addresses);
  const { blocks, remainders } = accessBlocks(compareAccess([], world.addresses));
  if (blocks.length + remainders.length === 0) yield "<li>Nobody can connect to anybody.</li>\n";
  for (const block of blocks.slice(0, mostLines)) {
    const { from, to } = blockLine(block, wording);
    const perhaps = block.kind === "opened" ? "" : "<strong>perhaps:</strong> ";
    yield `<li>${perhaps}${escape(from)} → ${escape(to)}</li>\n`;
  }
  const more = blocks.length - mostLines;
  if (more > 0) yield `<li>and ${counted(more, "more line")}: see the matrix.</li>\n`;
  for (const remainder of remainders) yield `<li>${escape(remainderText(remainder))}</li>\n`;
}

function* findings(world: AccessWorld): Generator<string> {
  const wording = new AddressWording(world.addresses);
  const found = lintAccess(world);
  if (found.length === 0) yield "<li>Nothing looks like a mistake.</li>\n";
  for (const { kind, message, addresses } of found.slice(0, mostLines)) {
    yield `<li><strong>${kind}</strong>: ${escape(printable(message))} <span>${escape(wording.anyOf(addresses))}</span></li>\n`;
  }
  const more = found.length - mostLines;
  if (more > 0)
    yield `<li>and ${counted(more, "more finding")}: see <code>vnc-cloud access --lint</code>.</li>\n`;
}

/** JSON that no HTML parser takes for the end of the script it is in. */
function* addressesJson({ addresses }: AccessWorld): Generator<string> {
  yield "[";
  let comma = "";
  for (const address of addresses) {
    yield comma + JSON.stringify(address).replaceAll("<", "\\u003c");
    comma = ",\n";
  }
  yield "]";
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The script as the build makes it of `browser/`. */
function scriptFile(): string {
  const root = dirname(createRequire(__filename).resolve("pulumi-vnc-cloud/package.json"));
  return join(root, "dist/cli/access/page/browser/main.js");
}

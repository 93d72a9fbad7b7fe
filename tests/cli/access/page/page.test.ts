import { createHash } from "node:crypto";
import { expect } from "chai";
import type { AccessAddress } from "../../../../access/index";
import { exportedStack } from "../exported-stack";
import { accessOf } from "../exported-world";

const evil = '</script><script>alert("1")</script><img src=https://example.com>';

describe("the page of vnc-cloud access --html", () => {
  let html: string;

  before(async () => {
    const stack = exportedStack("shop/prod", [
      { name: "kim", id: "id-kim", action: "connect", groups: ["support", evil] },
      { name: evil, id: "id-desk", action: "listen", accessControl: { groups: ["support"] } },
    ]);
    html = (await accessOf({ "state.json": stack }, "state.json", "--html")).output;
  });

  it("is one document that loads nothing: no address of another file, no network in its policy", () => {
    expect(html).to.match(/^<!doctype html>\n<html lang="en">/);
    const markup = html.replace(/<script[^>]*>[^]*?<\/script>/g, "");
    expect(markup).not.to.match(/<(?:link|img|iframe|object|embed)\b|<[a-z][^<>]*\ssrc=|url\(|@import/);
    expect(markup).to.contain("default-src 'none'");
  });

  it("lets run its own script and style sheet only, which it knows by their hashes", () => {
    const [, script] = /<script>([^]*?)<\/script>\n<\/body>/.exec(html) as unknown as [string, string];
    const [, style] = /<style>([^]*?)<\/style>/.exec(html) as unknown as [string, string];
    for (const [directive, text] of [
      ["script-src", script],
      ["style-src", style],
    ] as const) {
      const hash = createHash("sha256").update(text).digest("base64");
      expect(html).to.contain(`${directive} 'sha256-${hash}'`);
    }
    expect(script).to.contain("aria-activedescendant");
  });

  it("holds the addresses, and no name of one gets out of its place", () => {
    expect(html).not.to.contain("<img");
    expect(html.match(/<script/g)).to.have.length(2);
    const [, json] = /id="addresses">([^]*?)<\/script>/.exec(html) as unknown as [string, string];
    const addresses = JSON.parse(json) as AccessAddress[];
    expect(addresses.map(({ name }) => name)).to.deep.equal(["kim", evil]);
  });

  it("says in words who can reach whom and what is worth a look, without its script", () => {
    expect(html).to.contain("<li>kim (support) → &#60;/script");
    expect(html).to.contain("<strong>group-not-listed</strong>");
  });

  it("is labelled for who does not see it, and has a style for light and for dark", () => {
    for (const label of [
      "Connect addresses <input",
      "Listen addresses <input",
      "> Like addresses as one</label>",
    ]) {
      expect(html).to.contain(label);
    }
    expect(html).to.contain("color-scheme: light dark").and.to.contain("prefers-color-scheme: dark");
  });
});

import Slugger from "github-slugger";
import { marked, type Token, type Tokens } from "marked";

/** A fenced block of code. */
export interface CodeBlock {
  /** First word after the fence; empty when there is none. */
  readonly language: string;
  readonly code: string;
}

/** What the tests look at in one Markdown file. */
export interface Document {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Targets of links, images and link definitions as written. */
  readonly links: readonly string[];
  /** What a link's fragment may be: the headings' anchors as GitHub makes them, and ids of HTML elements. */
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly CodeBlock[];
  /** Code in running text. */
  readonly codeSpans: readonly string[];
}

/** Reads Markdown as GitHub does. */
export function parseDocument(path: string, text: string): Document {
  const slugger = new Slugger();
  const links: string[] = [];
  const anchors = new Set<string>();
  const blocks: CodeBlock[] = [];
  const codeSpans: string[] = [];
  void marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    if (isOfType(token, "link") || isOfType(token, "image") || isOfType(token, "def")) links.push(token.href);
    else if (isOfType(token, "heading")) anchors.add(slugger.slug(plainText(token.tokens)));
    else if (isOfType(token, "codespan")) codeSpans.push(token.text);
    else if (isOfType(token, "code"))
      blocks.push({ language: token.lang?.split(/\s/)[0] ?? "", code: token.text });
    else if (isOfType(token, "html"))
      for (const [, id = ""] of token.text.matchAll(/\s(?:id|name)="([^"]+)"/g)) anchors.add(id);
  });
  return { path, text, links, anchors, blocks, codeSpans };
}

interface TokenTypes {
  link: Tokens.Link;
  image: Tokens.Image;
  def: Tokens.Def;
  heading: Tokens.Heading;
  codespan: Tokens.Codespan;
  code: Tokens.Code;
  html: Tokens.HTML;
}

function isOfType<Type extends keyof TokenTypes>(token: Token, type: Type): token is TokenTypes[Type] {
  return token.type === type;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => ("tokens" in token && token.tokens ? plainText(token.tokens) : textOf(token)))
    .join("");
}

function textOf(token: Token): string {
  return token.type !== "html" && "text" in token ? String(token.text) : "";
}

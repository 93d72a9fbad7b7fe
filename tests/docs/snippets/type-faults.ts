import { resolve } from "node:path";
import ts from "typescript";
import { repository } from "../../../tools/repository";

/** A piece of a page. */
export interface Snippet {
  /** The page's path from the repository's root. */
  readonly path: string;
  readonly code: string;
}

/** As the projects of people are set up who start with `pulumi new typescript`, in the strict form. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};

/**
 * What TypeScript has to say about snippets, each a module of its own beside its page. A snippet that imports nothing
 * goes on from the one before it on the same page.
 */
export function typeFaults(snippets: readonly Snippet[]): string[] {
  const modules = new Map<string, string>();
  let earlier: Snippet | undefined;
  for (const { path, code } of snippets) {
    const goesOn = earlier?.path === path && !/^(import|const .* = require)\b/m.test(code);
    earlier = { path, code: goesOn ? `${earlier?.code}\n${code}` : code };
    modules.set(resolve(repository, `${path}.${modules.size + 1}.ts`), `${earlier.code}\nexport {};\n`);
  }
  const program = ts.createProgram([...modules.keys()], options, hostOf(modules));
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    const { file, start = 0 } = diagnostic;
    if (file === undefined) return message;
    const name = file.fileName.replace(`${repository}/`, "");
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${name}: ${file.text.split("\n")[line]?.trim()}: ${message}`;
  });
}

/** What is no JavaScript. */
export function syntaxFaults(snippets: readonly Snippet[]): string[] {
  return snippets.flatMap(({ path, code }) => {
    const { diagnostics = [] } = ts.transpileModule(code, {
      fileName: `${path}.js`,
      reportDiagnostics: true,
      compilerOptions: { allowJs: true },
    });
    return diagnostics.map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  });
}

/** The files of the disk, and the modules, which are only in memory. */
function hostOf(modules: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => modules.has(name) || host.fileExists(name),
    readFile: (name) => modules.get(name) ?? host.readFile(name),
    getSourceFile: (name, language, ...rest) => {
      const text = modules.get(name);
      if (text === undefined) return host.getSourceFile(name, language, ...rest);
      return ts.createSourceFile(name, text, language);
    },
  };
}

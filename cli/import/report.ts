import { addresses } from "../output/counted";

/** What an import has done. */
export interface ImportReport {
  readonly imported: number;
  /** How many of them with their password. */
  readonly withPassword: number;
  readonly skipped: { readonly managed: number; readonly deleted: number };
  /** The files; null if there was nothing to import. */
  readonly importFile: string | null;
  readonly program: string | null;
}

/** The report for people, with what to do next. */
export function reportText({ imported, withPassword, skipped, importFile, program }: ImportReport): string {
  const left = [
    skipped.managed > 0 ? `Left out, since a stack manages them: ${skipped.managed}.\n` : "",
    skipped.deleted > 0 ? `Left out, since they were deleted meanwhile: ${skipped.deleted}.\n` : "",
  ].join("");
  if (importFile === null || program === null) return `${left}Nothing to import.\n`;
  const known = withPassword > 0 ? `, ${withPassword} of them with their password` : "";
  const secrets =
    withPassword > 0 ? `${importFile} holds passwords in plain text: delete it after the import.\n` : "";
  return (
    `${left}Wrote ${addresses(imported)}${known}.\n` +
    `  1. Run: pulumi import --file ${importFile} --generate-code=false --yes\n` +
    `  2. Paste ${program} into the program.\n` +
    `  3. Run: pulumi preview. It shows no changes.\n${secrets}`
  );
}

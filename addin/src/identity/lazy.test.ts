// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const library = "@azure/msal-browser";

const isLoaded = (
  statement: ts.Statement,
): statement is ts.ImportDeclaration | ts.ExportDeclaration =>
  ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    : ts.isExportDeclaration(statement) && !statement.isTypeOnly;

/** What a module loads before it runs: its imports and re-exports, without those of types and those that come later. */
function staticImports(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements
    .filter(isLoaded)
    .flatMap(({ moduleSpecifier: from }) => (from && ts.isStringLiteral(from) ? [from.text] : []));
}

function fileOf(specifier: string, from: string): string | undefined {
  const path = resolve(dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(
    (candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate),
  );
}

/** All modules that are loaded with an entry, and the packages that they load. */
function loadedWith(entry: string) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const specifier of staticImports(file)) {
      const next = specifier.startsWith(".") ? fileOf(specifier, file) : undefined;
      if (next) visit(next);
      else packages.add(specifier);
    }
  };
  visit(resolve(entry));
  return { files, packages };
}

describe("the library of Entra ID", () => {
  it.each(["src/workbench/main.tsx", "src/pane/main.tsx", "src/identity/page.ts"])(
    "is no part of the first load of %s",
    (entry) => {
      const { files, packages } = loadedWith(entry);
      expect(files.has(resolve("src/identity/faults.ts"))).toBe(true);
      expect([...packages].filter((name) => name.startsWith(library))).toEqual([]);
      expect(files.has(resolve("src/identity/msal.ts"))).toBe(false);
    },
  );

  it("would be found if it were", () => {
    expect(loadedWith("src/identity/msal.ts").packages).toContain(library);
  });
});

// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import vm from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type * as canonical from ".";
import { readVectors } from "./vectors";

/**
 * The send handler of classic Outlook runs in a JavaScript engine without DOM, crypto, TextEncoder and Intl, up to ECMAScript 2016, in which
 * async functions time out and a conditional operator keeps the add-in from loading (learn.microsoft.com, "Troubleshoot event-based and
 * spam-reporting add-ins").
 */

const folder = `${process.cwd()}/src/canonical`;
const ofTests = /\.test\.ts$|^vectors\.ts$/;
const files = readdirSync(folder).filter((file) => !ofTests.test(file));
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2016,
  module: ts.ModuleKind.CommonJS,
};

function nodesOf(file: string): ts.Node[] {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return nodes;
}

const isForbidden = (node: ts.Node): boolean =>
  ts.isConditionalExpression(node) ||
  ts.isAwaitExpression(node) ||
  ts.isSpreadAssignment(node) ||
  node.kind === ts.SyntaxKind.AsyncKeyword ||
  node.kind === ts.SyntaxKind.QuestionQuestionToken ||
  node.kind === ts.SyntaxKind.QuestionDotToken ||
  (ts.isIdentifier(node) && /^(Intl|TextEncoder|crypto|console|require)$/.test(node.text));

/** Loads the folder into a context that has nothing but the language, and whose `normalize` does nothing, as without Intl. */
function loadBare(): typeof canonical {
  const context = vm.createContext({});
  vm.runInContext(
    "String.prototype.normalize = function () { return String(this); }; delete globalThis.Intl;",
    context,
  );
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (name: string): Record<string, unknown> => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(name, exports);
    const source = readFileSync(`${folder}/${name}.ts`, "utf8");
    const code = ts.transpileModule(source, { compilerOptions: options }).outputText;
    const run = vm.runInContext(`(function (exports, require) { ${code}\n})`, context) as (
      exports: unknown,
      require: (name: string) => unknown,
    ) => void;
    run(exports, (path) => load(path.replace("./", "")));
    return exports;
  };
  return load("index") as unknown as typeof canonical;
}

describe("C87 the engine of classic Outlook", () => {
  it("needs nothing but the language of 2016", { timeout: 120_000 }, () => {
    const program = ts.createProgram(
      files.map((file) => `${folder}/${file}`),
      { ...options, lib: ["lib.es2016.d.ts"], types: [], strict: true, noEmit: true },
    );
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
    expect(messages).toEqual([]);
  });

  it.each(files)("%s has no syntax and no name that it lacks", (file) => {
    const nodes = nodesOf(file);
    expect(nodes.filter(isForbidden).map((node) => node.getText())).toEqual([]);
    for (const node of nodes)
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
        if (node.moduleSpecifier !== undefined)
          expect(node.moduleSpecifier.getText()).toMatch(/^"\.\/[a-z0-9]+"$/);
  });

  it("gives the same forms there", { timeout: 60_000 }, () => {
    const bare = loadBare();
    const { html, text } = readVectors();
    for (const group of html)
      for (const one of [group.html, ...group.equal])
        expect(bare.canonicalHtml(one).text, one).toBe(group.form);
    for (const group of text)
      for (const one of group.equal) expect(bare.canonicalText(one)).toBe(group.form);
  });
});

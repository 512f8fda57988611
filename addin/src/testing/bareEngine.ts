import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import vm from "node:vm";
import ts from "typescript";

/**
 * The engine in which classic Outlook runs the send handler: without DOM, crypto, TextEncoder and Intl, up to ECMAScript 2016, in which
 * async functions time out and a conditional operator keeps the add-in from loading (learn.microsoft.com, "Troubleshoot event-based and
 * spam-reporting add-ins").
 */

const sources = `${process.cwd()}/src`;
const ofTests = /\.test\.ts$|^vectors\.ts$/;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2016,
  module: ts.ModuleKind.CommonJS,
};

/** The files of a folder of sources that run there. */
export const filesFor = (folder: string): string[] =>
  readdirSync(`${sources}/${folder}`)
    .filter((file) => !ofTests.test(file))
    .map((file) => `${folder}/${file}`);

/** What the compiler has against files, where there is nothing but the language and what they declare themselves. */
export function complaints(files: readonly string[]): string[] {
  const program = ts.createProgram(
    files.map((file) => `${sources}/${file}`),
    { ...options, lib: ["lib.es2016.d.ts"], types: [], strict: true, noEmit: true },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}

const isForbidden = (node: ts.Node): boolean =>
  ts.isConditionalExpression(node) ||
  ts.isAwaitExpression(node) ||
  ts.isSpreadAssignment(node) ||
  node.kind === ts.SyntaxKind.AsyncKeyword ||
  node.kind === ts.SyntaxKind.QuestionQuestionToken ||
  node.kind === ts.SyntaxKind.QuestionDotToken ||
  (ts.isIdentifier(node) && /^(Intl|TextEncoder|crypto|console|require)$/.test(node.text));

function nodesOf(text: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("script.ts", text, ts.ScriptTarget.Latest, true));
  return nodes;
}

const read = (file: string) => readFileSync(`${sources}/${file}`, "utf8");

/** The pieces of a script that the engine lacks. */
export const forbiddenInScript = (script: string): string[] =>
  nodesOf(script)
    .filter(isForbidden)
    .map((node) => node.getText());

/** The pieces of a file that the engine lacks. */
export const forbiddenIn = (file: string): string[] => forbiddenInScript(read(file));

/** Where a file takes something from. */
export const importsOf = (file: string): string[] =>
  nodesOf(read(file)).flatMap((node) =>
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier
      ? [node.moduleSpecifier.getText().slice(1, -1)]
      : [],
  );

const compiled = new Map<string, vm.Script>();

/** A file as a script whose value is a function of its exports and of what it takes from others. */
function scriptOf(file: string): vm.Script {
  const known = compiled.get(file);
  if (known) return known;
  const code = ts.transpileModule(read(`${file}.ts`), { compilerOptions: options }).outputText;
  const script = new vm.Script(`(function (exports, require) { ${code}\n})`);
  compiled.set(file, script);
  return script;
}

/** Loads a file, such as "canonical/index", into a context that has nothing but the language, and whose `normalize` does nothing, as without Intl. */
export function loadBare(entry: string, globals: Record<string, unknown> = {}): unknown {
  const context = vm.createContext(globals);
  vm.runInContext(
    "String.prototype.normalize = function () { return String(this); }; delete globalThis.Intl;",
    context,
  );
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (file: string): Record<string, unknown> => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(file, exports);
    const run = scriptOf(file).runInContext(context) as (
      exports: unknown,
      require: (name: string) => unknown,
    ) => void;
    run(exports, (path) => load(join(dirname(file), path)));
    return exports;
  };
  return load(entry);
}

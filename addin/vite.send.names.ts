import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/**
 * What makes the send handler's script shorter than its minifier does. Members of our own types get short names: a name is made short where
 * nothing but our own code has it, so none that the language, Office.js, a seal or the words of the dialog have. The members are found by
 * their names alone: whatever reads one by a text, such as `look["ink"]`, must not be written in these folders.
 */

const own = ["canonical", "seal", "send"];
const shared = ["seal/proof.ts", "send/office.ts", "send/names.ts", "send/words.ts"];
const library = dirname(createRequire(import.meta.url).resolve("typescript"));
const languages = ["es5", "es2015", "es2016"];

const isSource = (file: string): boolean => file.endsWith(".ts") && !file.includes(".test.");

/** The files of a folder and below, or the file itself. */
function filesOf(path: string): string[] {
  if (isSource(path)) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter(isSource)
    .map((file) => join(path, file));
}

/** What in a file has a name that is asked for after a dot. */
function membersOf(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isTypeElement(node) ||
      ts.isClassElement(node) ||
      ts.isObjectLiteralElement(node) ||
      (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
    )
      if (node.name && ts.isIdentifier(node.name)) found.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const file of files)
    visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2016, true));
  return found;
}

/** A letter, then letters and digits, in order of their length. */
function* names(): Generator<string, never> {
  for (let digits = 1; ; digits++)
    for (let number = 36 ** (digits - 1) * 10; number < 36 ** digits; number++)
      yield number.toString(36);
}

/** What each name becomes, for the sources in this folder. */
export function shortNames(sources: string): ReadonlyMap<string, string> {
  const lib = readdirSync(library)
    .filter((file) => languages.some((one) => file.startsWith(`lib.${one}.`)))
    .map((file) => join(library, file));
  const outside = shared.flatMap((path) => filesOf(join(sources, path)));
  const taken = membersOf([...lib, ...outside]);
  const ours = own.flatMap((path) => filesOf(join(sources, path)));
  const inside = ours.filter((file) => !outside.includes(file));
  const members = membersOf(inside);
  const free = names();
  const short = new Map<string, string>();
  for (const name of members) {
    if (taken.has(name)) continue;
    let next = free.next().value;
    while (taken.has(next)) next = free.next().value;
    short.set(name, next);
  }
  return short;
}

/** A variable of the script that never gets a value: its name is shorter than what has none in the language. */
export const nothing = "nothing";

const isVar = (node: ts.Node | undefined): node is ts.VariableStatement =>
  node !== undefined && ts.isVariableStatement(node);

const scopeOf = (node: ts.VariableStatement): ts.NodeFlags =>
  node.declarationList.flags & ts.NodeFlags.BlockScoped;

/** Statements with one declaration list for several that follow one another. */
function joined<T extends ts.Node>(
  statements: ts.NodeArray<T>,
  factory: ts.NodeFactory,
): (T | ts.Statement)[] {
  const all: (T | ts.Statement)[] = [];
  // Functions are there from the begin of what they stand in, wherever they do.
  const isFunction = (node: ts.Node): boolean => ts.isFunctionDeclaration(node);
  const sorted = [
    ...statements.filter(isFunction),
    ...statements.filter((one) => !isFunction(one)),
  ];
  for (const one of sorted) {
    const last = all.at(-1);
    if (isVar(one) && isVar(last) && scopeOf(one) === scopeOf(last)) {
      const both = [last, one].flatMap(({ declarationList }) => declarationList.declarations);
      all[all.length - 1] = factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(both, scopeOf(last)),
      );
    } else all.push(one);
  }
  return all;
}

/** Writes the short names into a script, one declaration for several, and `nothing` for undefined. */
export function shortening(
  short: ReadonlyMap<string, string>,
): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context;
    const renamed = <T extends ts.Node>(name: T): T | ts.Identifier => {
      const other = ts.isIdentifier(name) ? short.get(name.text) : undefined;
      return other === undefined ? name : factory.createIdentifier(other);
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isIdentifier(node) && node.text === "undefined")
        return factory.createIdentifier(nothing);
      const one = ts.visitEachChild(node, visit, context);
      if (ts.isPropertyAccessExpression(one))
        return factory.updatePropertyAccessExpression(one, one.expression, renamed(one.name));
      if (ts.isPropertyAssignment(one))
        return factory.updatePropertyAssignment(one, renamed(one.name), one.initializer);
      if (ts.isShorthandPropertyAssignment(one))
        return factory.createPropertyAssignment(
          renamed(one.name),
          factory.createIdentifier(one.name.text),
        );
      if (ts.isBindingElement(one) && ts.isObjectBindingPattern(node.parent)) {
        const name = one.propertyName ?? one.name;
        return factory.updateBindingElement(
          one,
          one.dotDotDotToken,
          ts.isPropertyName(name) ? renamed(name) : undefined,
          one.name,
          one.initializer,
        );
      }
      // The compiler has seen that nothing writes to a constant; one word for both is compressed better.
      if (ts.isVariableDeclarationList(one) && one.flags & ts.NodeFlags.Const)
        return factory.createVariableDeclarationList(one.declarations, ts.NodeFlags.Let);
      if (ts.isBlock(one)) return factory.updateBlock(one, joined(one.statements, factory));
      if (ts.isMethodDeclaration(one))
        return factory.updateMethodDeclaration(
          one,
          one.modifiers,
          one.asteriskToken,
          renamed(one.name),
          one.questionToken,
          one.typeParameters,
          one.parameters,
          one.type,
          one.body,
        );
      if (ts.isGetAccessor(one))
        return factory.updateGetAccessorDeclaration(
          one,
          one.modifiers,
          renamed(one.name),
          one.parameters,
          one.type,
          one.body,
        );
      return one;
    };
    return (file) => {
      const one = ts.visitEachChild(file, visit, context);
      return factory.updateSourceFile(one, joined(one.statements, factory));
    };
  };
}

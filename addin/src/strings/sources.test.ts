import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "..");

/** What is seen or heard of an element. */
const visible = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "body",
  "content",
  "hint",
  "label",
  "lead",
  "placeholder",
  "title",
]);

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);

/** The literal texts that an expression can show: not what it compares, asks by, or hands to a function. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ expression, literal }) => [
        ...textsOf(expression),
        literal.text,
      ]),
    ];
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.PlusToken)
      return [...textsOf(node.left), ...textsOf(node.right)];
    if (
      operator === ts.SyntaxKind.AmpersandAmpersandToken ||
      operator === ts.SyntaxKind.BarBarToken ||
      operator === ts.SyntaxKind.QuestionQuestionToken
    )
      return textsOf(node.right);
  }
  return [];
}

/** The words in a source that are shown and do not come from `strings`. */
function strayWords(text: string, file = "x.tsx"): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      found.push(...textsOf(node.expression));
    if (ts.isJsxAttribute(node) && visible.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) found.push(initializer.text);
      else if (ts.isJsxExpression(initializer) && initializer.expression)
        found.push(...textsOf(initializer.expression));
    }
    if (
      ts.isPropertyAssignment(node) &&
      visible.has(node.name.getText().replaceAll('"', "")) &&
      !/styles?\b/i.test(node.parent.parent.getText().slice(0, 20))
    )
      found.push(...textsOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(hasLetters);
}

const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    /\.tsx?$/.test(file) &&
    !/\.test\.|^(?:strings|testing|send|seal|canonical)\/|schema\.d\.ts$/.test(file),
);

describe("the words in the components (C104)", () => {
  it("are those of strings, in every source", () => {
    expect(sources.length).toBeGreaterThan(200);
    const stray = sources.flatMap((file) =>
      strayWords(readFileSync(path.join(folder, file), "utf8"), file).map(
        (words) => `${file}: ${words}`,
      ),
    );
    expect(stray).toEqual([]);
  });

  it.each([
    ["<p>Some words</p>", ["Some words"]],
    ['<p>{"Some words"}</p>', ["Some words"]],
    ["<p>{`${name} and more`}</p>", [" and more"]],
    ['<p>{ok ? "Yes" : words.no}</p>', ["Yes"]],
    ['<button aria-label="Close" />', ["Close"]],
    ["<button title={`Open ${name}`} />", ["Open "]],
    ['show({ title: "Broken" })', ["Broken"]],
    ['<p className="wide">{kind === "Deleted" && words.gone}</p>', []],
    ['<input name="theme" placeholder={words.search} />', []],
    ["<p>{`${words.reason}: `}</p>", []],
  ])("are told from names and values: %s", (source, words) => {
    expect(strayWords(`const x = () => (${source});`)).toEqual(words);
  });
});

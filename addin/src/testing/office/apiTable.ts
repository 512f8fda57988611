import ts from "typescript";

/** A member of an Office class, as its documentation has it. */
export interface ApiMember {
  readonly kind: "property" | "method";
  readonly readonly?: true;
  /** The requirement set that it came with, such as `WordApi 1.6`; undefined where the documentation names none. */
  readonly set?: string;
  /** The Office class that it is, or that it returns; undefined for a value. */
  readonly type?: string;
}

export interface ApiClass {
  readonly bases: readonly string[];
  readonly members: Readonly<Record<string, ApiMember>>;
}

/** Every class of Office.js by its whole name, such as `Word.Range`. */
export type ApiTable = Readonly<Record<string, ApiClass>>;

interface Building {
  bases: Set<string>;
  members: Record<string, ApiMember>;
}

const namespaces = new Set(["Office", "OfficeExtension", "Word"]);

// What describes the arguments of `load` and `toJSON`, and holds nothing of a document.
const left = new Set(["Word.Interfaces"]);

const setOf = (comment: string): string | undefined =>
  /\[Api set: (\w+ [\d.]+)\]/.exec(comment)?.[1] ??
  (/\[Api set: ([\d.]+)\]/.test(comment) ? "Mailbox 1.1" : undefined);

const commentOf = (node: ts.Node, source: string): string =>
  source.slice(node.pos, node.getStart(undefined, false));

/** The name of a type, of a list's item where it is a list; `void` and the like have none. */
function typeName(type: ts.TypeNode | undefined): string | undefined {
  if (!type) return undefined;
  if (ts.isTypeReferenceNode(type)) return type.typeName.getText();
  return undefined;
}

/** Reads the classes out of the declarations of Office.js. */
export function apiTable(source: string): ApiTable {
  const file = ts.createSourceFile("office.d.ts", source, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, Building>();

  const classAt = (name: string): Building => {
    const found = classes.get(name) ?? { bases: new Set(), members: {} };
    classes.set(name, found);
    return found;
  };

  const read = (node: ts.ClassDeclaration | ts.InterfaceDeclaration, space: string) => {
    const built = classAt(`${space}.${node.name?.text ?? ""}`);
    for (const clause of node.heritageClauses ?? [])
      for (const { expression } of clause.types) built.bases.add(expression.getText());
    for (const member of node.members) {
      if (!member.name || !ts.isIdentifier(member.name)) continue;
      const name = member.name.text;
      const set = setOf(commentOf(member, source));
      const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
      const isProperty =
        ts.isPropertyDeclaration(member) ||
        ts.isPropertySignature(member) ||
        ts.isGetAccessorDeclaration(member);
      if (!isMethod && !isProperty) continue;
      const type = typeName(member.type);
      const isReadonly =
        isProperty && ts.canHaveModifiers(member)
          ? ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)
          : false;
      const earlier = built.members[name];
      built.members[name] = {
        kind: isMethod ? "method" : "property",
        ...(isReadonly ? { readonly: true } : {}),
        // Of several forms of a method, the one that came first.
        ...(earlier?.set ? { set: earlier.set } : set ? { set } : {}),
        ...(type ? { type } : {}),
      };
    }
  };

  const walk = (node: ts.Node, space: string) => {
    if (ts.isModuleDeclaration(node)) {
      const name = space === "" ? node.name.text : `${space}.${node.name.text}`;
      if (space === "" && !namespaces.has(name)) return;
      if (!left.has(name) && node.body) ts.forEachChild(node.body, (child) => walk(child, name));
    } else if (space !== "" && (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)))
      read(node, space);
  };
  ts.forEachChild(file, (node) => walk(node, ""));

  // Names as they are written: within their own namespace without it.
  const whole = (name: string, space: string): string | undefined => {
    for (let within = space; ; within = within.slice(0, Math.max(0, within.lastIndexOf(".")))) {
      const full = within === "" ? name : `${within}.${name}`;
      if (classes.has(full)) return full;
      if (within === "") return undefined;
    }
  };
  const resolved = ([name, { bases, members }]: [string, Building]): [string, ApiClass] => {
    const space = name.slice(0, name.lastIndexOf("."));
    const typed = Object.entries(members).map(([key, { type, ...member }]) => {
      const found = type === undefined ? undefined : whole(type, space);
      return [key, found === undefined ? member : { ...member, type: found }] as const;
    });
    return [
      name,
      {
        bases: [...bases].map((base) => whole(base, space)).filter((base) => base !== undefined),
        members: Object.fromEntries(typed),
      },
    ];
  };
  return Object.fromEntries([...classes].map(resolved));
}

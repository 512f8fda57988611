import api from "virtual:office-api";
import { memberOf, NotInOfficeJs, NotModelled } from "../strict";

/** What a `load` asks for of one object, or of each item of a collection. */
export interface LoadTree {
  /** All scalar properties. */
  all: boolean;
  readonly scalars: Set<string>;
  readonly links: Map<string, LoadTree>;
  top?: number;
  skip?: number;
}

const newTree = (): LoadTree => ({ all: false, scalars: new Set(), links: new Map() });

export const isCollection = (className: string): boolean =>
  Object.hasOwn(api[className]?.members ?? {}, "items");

/** The class of the items of a collection. */
export function itemClass(className: string): string {
  const members = api[className]?.members;
  const item = members?.["getFirst"]?.type ?? members?.["getItem"]?.type;
  if (item === undefined) throw new NotModelled(`The items of ${className} are of no known class.`);
  return item;
}

/** Reads the argument of `load` in each of its forms. */
export function loadTree(className: string, option: unknown): LoadTree {
  const tree = newTree();
  if (option === undefined) tree.all = true;
  else if (typeof option === "string") addPaths(tree, className, option);
  else if (Array.isArray(option))
    for (const each of option) addPaths(tree, className, String(each));
  else if (typeof option === "object" && option !== null) addObject(tree, className, option);
  else throw new NotInOfficeJs(`${className}.load takes no ${typeof option}.`);
  return tree;
}

function addPaths(tree: LoadTree, className: string, paths: string): void {
  for (const path of paths.split(",").map((each) => each.trim()))
    if (path !== "") addPath(tree, className, path.split("/"));
}

function addPath(tree: LoadTree, className: string, [name = "", ...rest]: readonly string[]): void {
  if (isCollection(className)) {
    const path = name === "items" ? rest : [name, ...rest];
    if (path.length === 0) tree.all = true;
    else addPath(tree, itemClass(className), path);
    return;
  }
  if (name === "$all") {
    tree.all = true;
    return;
  }
  if (name === "isNullObject") return;
  const member = memberOf(className, name);
  if (member?.kind !== "property")
    throw new NotInOfficeJs(`Office.js has no property ${className}.${name}.`);
  if (member.type === undefined) {
    tree.scalars.add(name);
    return;
  }
  const below = tree.links.get(name) ?? newTree();
  tree.links.set(name, below);
  if (rest.length === 0) below.all = true;
  else addPath(below, member.type, rest);
}

const loadOptions = ["select", "expand", "top", "skip"];

function addObject(tree: LoadTree, className: string, option: object): void {
  const entries = Object.entries(option) as readonly (readonly [string, unknown])[];
  for (const [name, value] of entries) {
    if (name === "select" || name === "expand") addAll(tree, className, value);
    else if ((name === "top" || name === "skip") && typeof value === "number") tree[name] = value;
    else if (value === true) addPath(tree, className, [name]);
    else if (typeof value === "object" && value !== null) addNested(tree, className, name, value);
  }
  if (
    entries.every(([name]) => loadOptions.includes(name) && name !== "select" && name !== "expand")
  )
    tree.all = true;
}

function addAll(tree: LoadTree, className: string, value: unknown): void {
  for (const paths of Array.isArray(value) ? value : [value])
    addPaths(tree, className, String(paths));
}

function addNested(tree: LoadTree, className: string, name: string, value: object): void {
  if (isCollection(className)) {
    if (name === "items") addObject(tree, className, value);
    else addNested(tree, itemClass(className), name, value);
    return;
  }
  const type = memberOf(className, name)?.type;
  if (type === undefined) throw new NotInOfficeJs(`${className}.${name} holds nothing to load.`);
  const below = tree.links.get(name) ?? newTree();
  tree.links.set(name, below);
  addObject(below, type, value);
}

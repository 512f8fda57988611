import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Parameters } from "../parameters";
import type { Purpose } from "../purposes";
import { readPngHeader } from "./png";

/** Something in a manifest that Office would refuse, or would take and then not do. */
export interface Finding {
  /** A stable name, such as `resid-dangling`. */
  readonly rule: string;
  /** The path of the element or property. */
  readonly where: string;
  readonly detail: string;
}

/** A finding as a line for people. */
export const say = (file: string, { rule, where, detail }: Finding): string =>
  `${file}: ${where}: ${detail} (${rule})`;

/** What a manifest is held against. */
export interface LintContext {
  readonly purpose: Purpose;
  readonly base: string;
  /** Addresses that may lie elsewhere: the publisher's pages. */
  readonly elsewhere: readonly string[];
  /** The width of a square PNG file among the public files; undefined where there is none. */
  readonly iconSize: (path: string) => number | undefined;
}

function squareSize(file: string): number | undefined {
  const header = existsSync(file) ? readPngHeader(readFileSync(file)) : undefined;
  return header?.width === header?.height ? header?.width : undefined;
}

/** The context of manifests with these parameters, whose icons are in this folder. */
export const contextOf = (
  { purpose, base, pages }: Parameters,
  publicFolder: string,
): LintContext => ({
  purpose,
  base,
  elsewhere: Object.values(pages),
  iconSize: (path) => squareSize(join(publicFolder, path)),
});

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const checkGuid = (value: string, where: string): Finding[] =>
  guid.test(value) ? [] : [{ rule: "guid", where, detail: `${value} is no GUID.` }];

/** An address is https, and on the host of the server or one of the publisher's pages. */
export function checkAddress(value: string, where: string, context: LintContext): Finding[] {
  if (!URL.canParse(value) || new URL(value).protocol !== "https:")
    return [{ rule: "address-https", where, detail: `${value} is no https address.` }];
  if (context.elsewhere.includes(value) || new URL(value).host === new URL(context.base).host)
    return [];
  return [
    { rule: "address-host", where, detail: `${value} is not on the host of ${context.base}.` },
  ];
}

/** An icon is a file of ours; where the manifest says a size, it has that size. */
export function checkIcon(
  url: string,
  size: number | undefined,
  where: string,
  context: LintContext,
): Finding[] {
  const path = url.startsWith(`${context.base}/`) ? url.slice(context.base.length + 1) : url;
  const found = context.iconSize(path);
  if (found === undefined)
    return [{ rule: "icon-missing", where, detail: `There is no square PNG file ${path}.` }];
  if (size === undefined || size === found) return [];
  return [{ rule: "icon-size", where, detail: `${path} has ${found} pixels, not ${size}.` }];
}

/** A text is neither empty nor longer than its format takes. */
export const checkLength = (text: string, most: number, where: string): Finding[] =>
  text.length >= 1 && text.length <= most
    ? []
    : [{ rule: "length", where, detail: `${text.length} characters; 1 to ${most} are allowed.` }];

/** Ids that stand more than once. */
export const checkUnique = (ids: readonly (readonly [id: string, where: string])[]): Finding[] =>
  ids
    .filter(([id], at) => ids.findIndex(([other]) => other === id) < at)
    .map(([id, where]) => ({ rule: "id-twice", where, detail: `${id} stands more than once.` }));

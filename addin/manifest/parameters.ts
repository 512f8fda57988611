import { parseArgs } from "node:util";
import type { Purpose } from "./purposes";

/** Where the development server answers; fixed, as it stands in the manifests. */
export const developmentPort = 5173;

/** The registration with Microsoft Entra ID that the server accepts tokens of. */
interface Application {
  readonly id: string;
  /** The Application ID URI: the server's `AzureAd:ApplicationIdUri`. */
  readonly resource: string;
}

/** What differs from one installation to the next. */
export interface Parameters {
  readonly purpose: Purpose;
  /** The address of the server's pages, without a slash at its end. */
  readonly base: string;
  /** As in package.json: three parts. */
  readonly version: string;
  /** None: the pane signs in with the local identity of a development server. */
  readonly application: Application | undefined;
  readonly pages: { readonly support: string; readonly privacy: string; readonly terms: string };
  /** The store's asset ids of the XML add-ins, which only exist once those are listed. */
  readonly assets: { readonly mail: string; readonly word: string } | undefined;
}

/** What was asked for on the command line or by environment variables. */
export interface Options {
  readonly base?: string | undefined;
  readonly application?: string | undefined;
  readonly resource?: string | undefined;
  readonly support?: string | undefined;
  readonly privacy?: string | undefined;
  readonly terms?: string | undefined;
  readonly mailAsset?: string | undefined;
  readonly wordAsset?: string | undefined;
}

/** Why manifests of a purpose cannot be written, in one sentence for the person at the command line. */
export interface Lacking {
  readonly lacks: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const string = { type: "string" } as const;

/** Reads `--base`, `--application` and so on; each has an environment variable, `HANDOFF_ADDIN_BASE` and so on, which it overrides. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      base: string,
      application: string,
      resource: string,
      support: string,
      privacy: string,
      terms: string,
      "mail-asset": string,
      "word-asset": string,
    },
  });
  const of = (name: keyof typeof values) =>
    values[name] ?? environment[`HANDOFF_ADDIN_${name.replace("-", "_").toUpperCase()}`];
  return {
    base: of("base"),
    application: of("application"),
    resource: of("resource"),
    support: of("support"),
    privacy: of("privacy"),
    terms: of("terms"),
    mailAsset: of("mail-asset"),
    wordAsset: of("word-asset"),
  };
}

/** What is wrong with an address of a page; undefined where nothing is, or none was given. */
function wrongAddress(name: string, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (!URL.canParse(address) || new URL(address).protocol !== "https:")
    return `--${name} is to be an https address, and is ${address}.`;
  if (/[?#]/.test(address))
    return `--${name} is to have no query and no fragment, and is ${address}.`;
  return undefined;
}

function applicationOf(options: Options): Application | undefined {
  const { application: id, resource } = options;
  return id === undefined ? undefined : { id, resource: resource ?? `api://${id}` };
}

function assetsOf({ mailAsset: mail, wordAsset: word }: Options): Parameters["assets"] {
  return mail === undefined || word === undefined ? undefined : { mail, word };
}

/** The first thing that keeps manifests of a purpose from being written. */
function lackOf(purpose: Purpose, options: Options): string | undefined {
  const { application, mailAsset, wordAsset } = options;
  if (purpose !== "development" && options.base === undefined)
    return "Give the server's address: --base https://handoff.example.com";
  if (purpose !== "development" && application === undefined)
    return "Give the application id of the registration in Microsoft Entra ID: --application GUID";
  if (application !== undefined && !guid.test(application))
    return `--application is to be a GUID, and is ${application}.`;
  if ((mailAsset === undefined) !== (wordAsset === undefined))
    return "Give both --mail-asset and --word-asset, or neither.";
  const pages = [options.support, options.privacy, options.terms];
  if (purpose === "store" && pages.includes(undefined))
    return "The store wants pages of the publisher: --support, --privacy and --terms";
  return (["base", "support", "privacy", "terms"] as const)
    .map((name) => wrongAddress(name, options[name]))
    .find((wrong) => wrong !== undefined);
}

/** The parameters of one purpose. Development always means the server on this machine, whatever the base is. */
export function parametersFor(
  purpose: Purpose,
  options: Options,
  version: string,
): Parameters | Lacking {
  const lacks = lackOf(purpose, options);
  if (lacks !== undefined) return { lacks };
  const local = `https://localhost:${developmentPort}`;
  const base = purpose === "development" ? local : (options.base ?? local).replace(/\/+$/, "");
  return {
    purpose,
    base,
    version,
    application: applicationOf(options),
    pages: {
      support: options.support ?? base,
      privacy: options.privacy ?? base,
      terms: options.terms ?? base,
    },
    assets: assetsOf(options),
  };
}

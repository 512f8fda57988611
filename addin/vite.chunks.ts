import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** Which code is in which file of a build, and which files a page has fetched before anything else. */

type Bundle = Rolldown.OutputBundle;

const chunkOf = (bundle: Bundle, file: string) => {
  const found = bundle[file];
  return found?.type === "chunk" ? found : undefined;
};

/** The file of a chunk, those that it imports, and theirs. */
function withImports(bundle: Bundle, file: string, found = new Set<string>()): Set<string> {
  const chunk = chunkOf(bundle, file);
  if (!chunk || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, found);
  return found;
}

const sizeOf = (bundle: Bundle, file: string) => {
  const found = bundle[file];
  return found?.type === "chunk" ? found.code.length : (found?.source.length ?? 0);
};

const styles = (bundle: Bundle, file: string) => [
  ...(chunkOf(bundle, file)?.viteMetadata?.importedCss ?? []),
];

/** What the entry of a page loads when it has found the language: its screens, and the words that most people read. */
const shownFirst: Readonly<Record<string, RegExp>> = {
  taskpane: /\/src\/(?:pane\/main\.tsx|strings\/en\/parts\/first\.ts)$/,
  workbench: /\/src\/(?:workbench\/main\.tsx|strings\/en\/parts\/(?:first|workbench)\.ts)$/,
};

/** The scripts that a page needs before its first screen stands, and their styles. */
export function firstLoad(bundle: Bundle, page: Rolldown.OutputChunk): Set<string> {
  const screens = Object.values(bundle).filter(
    (file) => file.type === "chunk" && shownFirst[page.name]?.test(file.facadeModuleId ?? ""),
  );
  const scripts = new Set(
    [page, ...screens].flatMap(({ fileName }) => [...withImports(bundle, fileName)]),
  );
  return new Set([...scripts, ...[...scripts].flatMap((file) => styles(bundle, file))]);
}

/**
 * An entry finds the language of the page and loads its words before the screens (src/strings/begin.ts). The browser
 * fetches the first screen meanwhile, and the English words, so that nobody waits for one after the other; only another
 * language takes one more round trip.
 */
export const preloadFirst: Plugin = {
  name: "preload-first",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle, chunk }): HtmlTagDescriptor[] {
      if (!bundle || !chunk) return [];
      // What the entry itself imports is on the page already.
      const there = withImports(bundle, chunk.fileName);
      return (
        [...firstLoad(bundle, chunk)]
          .filter((file) => !there.has(file))
          // The largest first: by HTTP/1.1 a browser has six requests on their way, and the last ones wait for one of them.
          .toSorted((a, b) => sizeOf(bundle, b) - sizeOf(bundle, a))
          .map((file) => ({
            tag: "link",
            attrs: {
              crossorigin: "",
              rel: file.endsWith(".css") ? "stylesheet" : "modulepreload",
              href: `/${file}`,
            },
            injectTo: "head",
          }))
      );
    },
  },
};

const kebab = (name: string) =>
  name
    .replace(/\d*(?:Regular|Filled)$/, "")
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)/g, "-")
    .toLowerCase();

/**
 * Takes each icon from its own module. The package's index has them in large ones, of which a page would get every icon
 * that any screen has.
 */
export const iconByIcon: Plugin = {
  name: "icon-by-icon",
  transform: {
    filter: { code: /from ["']@fluentui\/react-icons["']/ },
    handler(code) {
      return code.replaceAll(
        /import \{([^}]*)\} from ["']@fluentui\/react-icons["'];?/g,
        (_, names: string) =>
          names
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name !== "")
            .map((name) => {
              const isIcon = /(?:Regular|Filled)$/.test(name);
              const from = isIcon ? `/svg/${kebab(name)}` : "";
              return `import { ${name} } from "@fluentui/react-icons${from}";`;
            })
            .join(""),
      );
    },
  },
};

/**
 * What the first screen of the pane needs is one file of libraries, which stays in the cache across our releases, and one
 * of ours; `base` is for the page of the sign-in as well, which needs no more. `begin` is what runs before there are words,
 * and what words are made with: it must not be with anything that takes them. No page's own beginning is in any of
 * them, or another page would begin with it. Everything else is split by where it is used.
 */
export const chunkGroups: Rolldown.CodeSplittingOptions["groups"] = [
  {
    name: "begin",
    tags: ["$initial"],
    priority: 4,
    test: /[\\/]src[\\/](?:strings[\\/](?:begin|choose|current|kept|languages|load)|host[\\/]officeAround|format[\\/]index)\.ts$/,
  },
  {
    name: "base",
    tags: ["$initial"],
    priority: 3,
    test: /[\\/]src[\\/](?:api|strings|identity)[\\/](?!entry\.ts$).*\.ts$|[\\/](?:openapi-fetch|eventsource-parser)[\\/]/,
  },
  { name: "libraries", tags: ["$initial"], priority: 2, test: /[\\/]node_modules[\\/]/ },
  {
    name: "first",
    tags: ["$initial"],
    priority: 1,
    test: /[\\/]src[\\/](?!(?:pane|workbench|identity)[\\/](?:entry\.ts|main\.tsx)$)/,
  },
];

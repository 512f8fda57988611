import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import { packageIcons } from "./description";
import { lintXml } from "./lint/xml";
import { lintUnified } from "./lint/unified";
import { contextOf, say } from "./lint/finding";
import { mailApp } from "./mailApp";
import { parametersFor, readOptions, type Parameters } from "./parameters";
import { purposes } from "./purposes";
import { taskPaneApp } from "./taskPaneApp";
import { languageFile, translation, unified } from "./unified";
import { languages } from "./words";

/** The names of the files of a purpose, in its folder. */
export const files = {
  mail: "outlook.xml",
  word: "word.xml",
  unified: "handoffoffice.zip",
} as const;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What is in the package of the unified manifest: the manifest, its translations and its icons, under their names there. */
export async function packageParts(
  parameters: Parameters,
  publicFolder: string,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const parts = new Map<string, string | Uint8Array>();
  parts.set("manifest.json", json(unified(parameters)));
  for (const language of languages.slice(1))
    parts.set(languageFile(language), json(translation(parameters, language)));
  for (const { file, source } of Object.values(packageIcons))
    parts.set(file, await readFile(join(publicFolder, source)));
  return parts;
}

/** The package of the unified manifest. The same parameters make the same bytes: no time stands in it. */
export async function packageOf(parameters: Parameters, publicFolder: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date("1980-01-01T00:00:00Z");
  for (const [name, content] of await packageParts(parameters, publicFolder))
    zip.file(name, content, { date });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** What the lint finds in all manifests of a purpose, a line for each finding. */
async function complaints(parameters: Parameters, publicFolder: string): Promise<string[]> {
  const context = contextOf(parameters, publicFolder);
  const translations = new Map(
    languages.slice(1).map((language) => [language, translation(parameters, language)]),
  );
  return [
    ...(await lintXml(mailApp(parameters), context)).map((one) => say(files.mail, one)),
    ...(await lintXml(taskPaneApp(parameters), context)).map((one) => say(files.word, one)),
    ...lintUnified(unified(parameters), translations, context).map((one) =>
      say(files.unified, one),
    ),
  ];
}

/** Writes the three manifests of a purpose into its folder, which is made where it is missing. */
async function writeManifests(parameters: Parameters, folder: string, publicFolder: string) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, files.mail), mailApp(parameters));
  await writeFile(join(folder, files.word), taskPaneApp(parameters));
  await writeFile(join(folder, files.unified), await packageOf(parameters, publicFolder));
}

/**
 * `npm run manifests`: writes every purpose that the options are enough for, and says what the others lack.
 *
 * @returns The exit code: 1 where the lint found something, and then nothing of that purpose was written.
 */
export async function main(args: readonly string[], addin: string): Promise<number> {
  const options = readOptions(args, process.env);
  const publicFolder = join(addin, "public");
  const about: unknown = JSON.parse(await readFile(join(addin, "package.json"), "utf8"));
  const version = versionOf(about);
  let exitCode = 0;
  for (const purpose of purposes) {
    const parameters = parametersFor(purpose, options, version);
    if ("lacks" in parameters) {
      console.log(`${purpose}: not written. ${parameters.lacks}`);
      continue;
    }
    const found = await complaints(parameters, publicFolder);
    if (found.length > 0) {
      console.error([`${purpose}: not written.`, ...found].join("\n  "));
      exitCode = 1;
      continue;
    }
    const folder = join("dist", "manifests", purpose);
    await writeManifests(parameters, join(addin, folder), publicFolder);
    console.log(
      `${purpose}: ${Object.values(files)
        .map((file) => join(folder, file))
        .join(", ")}`,
    );
  }
  return exitCode;
}

/** The version in package.json. */
export function versionOf(about: unknown): string {
  if (typeof about === "object" && about !== null && "version" in about) {
    const { version } = about;
    if (typeof version === "string" && /^\d+\.\d+\.\d+$/.test(version)) return version;
  }
  throw new Error("package.json has no version of three numbers.");
}

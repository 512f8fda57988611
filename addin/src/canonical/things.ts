import { addressOf, pictureOf } from "./address";
import { fold, lower } from "./characters";
import { named } from "./names";
import { attribute, type Token } from "./tokenizer";

/** A mark and its value. */
export type Thing = readonly [name: string, value: string];

const shown = named(
  "img v:imagedata v:fill input meter progress area base form link meta object bgsound embed frame " +
    "iframe video audio source track",
);

const none: Thing[] = [];

/** What an element shows or leads to beside its text. See HtmlThings of the server. */
export function thingsOf(name: string, token: Token): Thing[] {
  if (!shown.has(name)) return none;
  const things: Thing[] = [];
  const value = (key: string): string => attribute(token, key);
  const words = (key: string): string => fold(value(key));
  const add = (mark: string, said: string): void => {
    if (said !== "") things.push([mark, said]);
  };
  switch (name) {
    case "img":
    case "v:imagedata":
    case "v:fill":
      things.push(["img", pictureOf(value("src"))]);
      add("alt", words("alt"));
      add("srcset", words("srcset"));
      break;
    case "input":
      things.push(["field", ""]);
      add(name, lower(value("type")));
      add("value", words("value"));
      if (token.attributes.has("checked")) add("checked", "yes");
      break;
    case "meter":
    case "progress":
      add(name, words("value"));
      break;
    case "area":
    case "base":
      if (!token.attributes.has("href")) break;
      things.push([name, addressOf(value("href"))]);
      add("alt", words("alt"));
      break;
    case "form":
      add(name, addressOf(value("action")));
      break;
    case "link":
      if (lower(value("rel")).indexOf("stylesheet") >= 0)
        things.push(["sheet", addressOf(value("href"))]);
      break;
    case "meta":
      if (lower(value("http-equiv")) === "refresh") things.push(["refresh", words("content")]);
      else if (/color-schemes?$/.test(lower(value("name"))))
        things.push(["scheme", words("content")]);
      break;
    case "object":
      add(name, addressOf(value("data")));
      break;
    default:
      add(name, addressOf(value("src")));
      add("poster", addressOf(value("poster")));
      add("srcset", words("srcset"));
      add("srcdoc", words("srcdoc"));
  }
  return things;
}

import { addressOf, pictureOf } from "./address";
import { fold, lower } from "./characters";
import { attribute, type Token } from "./tokenizer";

/** A mark and its value. */
export type Thing = readonly [name: string, value: string];

const given = (...things: Thing[]): Thing[] => things.filter((thing) => thing[1] !== "");

const none: Thing[] = [];

/** What an element shows or leads to beside its text. See HtmlThings of the server. */
export function thingsOf(name: string, token: Token): Thing[] {
  const value = (key: string): string => attribute(token, key);
  const words = (key: string): string => fold(value(key));
  switch (name) {
    case "img":
    case "v:imagedata":
    case "v:fill": {
      const picture: Thing = ["img", pictureOf(value("src"))];
      return [picture, ...given(["alt", words("alt")], ["srcset", words("srcset")])];
    }
    case "input": {
      let checked = "";
      if (token.attributes.has("checked")) checked = "yes";
      const field: Thing = ["field", ""];
      return [
        field,
        ...given(["input", lower(value("type"))], ["value", words("value")], ["checked", checked]),
      ];
    }
    case "meter":
    case "progress":
      return given([name, words("value")]);
    case "area":
    case "base": {
      if (!token.attributes.has("href")) return [];
      const target: Thing = [name, addressOf(value("href"))];
      return [target, ...given(["alt", words("alt")])];
    }
    case "form":
      return given([name, addressOf(value("action"))]);
    case "link":
      if (lower(value("rel")).indexOf("stylesheet") < 0) return [];
      return [["sheet", addressOf(value("href"))]];
    case "meta":
      if (lower(value("http-equiv")) === "refresh") return [["refresh", words("content")]];
      if (/color-schemes?$/.test(lower(value("name")))) return [["scheme", words("content")]];
      return [];
    case "object":
      return given([name, addressOf(value("data"))]);
    case "bgsound":
    case "embed":
    case "frame":
    case "iframe":
    case "video":
    case "audio":
    case "source":
    case "track":
      return given(
        [name, addressOf(value("src"))],
        ["poster", addressOf(value("poster"))],
        ["srcset", words("srcset")],
        ["srcdoc", words("srcdoc")],
      );
    default:
      return none;
  }
}

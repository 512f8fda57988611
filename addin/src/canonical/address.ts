import { isDigits, isLetters, lower } from "./characters";
import { sha256OfText, utf8 } from "./sha256";

/** Addresses of links and pictures in the form that clients' rewriting leaves alone, as HtmlAddress of the server writes them. */

/**
 * Where a link leads: without white space at its ends and line ends in it (WHATWG URL 4.4), scheme and host in lower case, a path, and
 * all but ASCII in percent-encoded UTF-8. Of a Safe Link, the address it wraps.
 */
export function addressOf(address: string): string {
  const plain = written(address);
  const inner = unwrapped(plain);
  if (inner === undefined) return plain;
  return written(inner);
}

/** What a picture shows: pictures in the mail itself have names that clients give anew, those in the markup are a digest. */
export function pictureOf(address: string): string {
  const plain = written(address);
  const scheme = lower(plain.slice(0, 5));
  if (scheme.slice(0, 4) === "cid:") return "cid";
  if (scheme === "data:") return `data ${sha256OfText(plain)}`;
  return addressOf(address);
}

const hexOf = (unit: number): string => `0${unit.toString(16).toUpperCase()}`.slice(-2);

function written(address: string): string {
  let start = 0;
  let end = address.length;
  while (start < end && address.charAt(start) <= " ") start++;
  while (end > start && address.charAt(end - 1) <= " ") end--;
  const plain = address
    .slice(start, end)
    .replace(/[\t\n]/g, "")
    .replace(/[^!-~\uFFFF]+/g, (others) =>
      Array.from(utf8(others), (unit) => `%${hexOf(unit)}`).join(""),
    );
  return withPath(plain);
}

// http and https alone have a host that is the same in any case, and a path that is never empty (WHATWG URL 4.5).
function withPath(address: string): string {
  const colon = address.indexOf(":");
  if (colon < 0) return address;
  const scheme = lower(address.slice(0, colon));
  if ((scheme !== "http" && scheme !== "https") || address.slice(colon, colon + 3) !== "://") {
    if (/^[0-9a-z]+$/.test(scheme)) return scheme + address.slice(colon);
    return address;
  }
  const host = colon + 3;
  let end = host;
  while (end < address.length && "/?#\\".indexOf(address.charAt(end)) < 0) end++;
  const name = address.slice(host, end).lastIndexOf("@") + 1 + host;
  const rest = address.slice(end);
  let path = "";
  if (rest === "" || rest.charAt(0) === "?" || rest.charAt(0) === "#") path = "/";
  return `${scheme}://${address.slice(host, name)}${lower(address.slice(name, end))}${path}${rest}`;
}

// https://eur01.safelinks.protection.outlook.com/?url=...: exactly that host, no user, no port; the form holds what it leads to.
function unwrapped(address: string): string | undefined {
  const start = "https://";
  const query = ".safelinks.protection.outlook.com/?url=";
  const host = start.length + 5;
  if (address.slice(0, start.length) !== start) return undefined;
  if (address.slice(host, host + query.length) !== query) return undefined;
  if (!isLetters(address.slice(start.length, host - 2))) return undefined;
  if (!isDigits(address.slice(host - 2, host))) return undefined;
  const value = String(address.slice(host + query.length).split(/[&#]/)[0]);
  const inner = decoded(value);
  if (inner !== undefined && /^https?:\/\//.test(inner)) return inner;
  return undefined;
}

// What is no ASCII stays percent-encoded, as it is in the address that was wrapped.
function decoded(text: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  const plain = text.replace(/%(..)/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
  if (/[^!-~]/.test(plain)) return undefined;
  return plain;
}

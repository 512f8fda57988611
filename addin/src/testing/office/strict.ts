import api from "virtual:office-api";
import type { ApiMember } from "./apiTable";
import { supports, type Profile } from "./profiles";

/** The code asked for something that Office.js does not have. */
export class NotInOfficeJs extends Error {
  override readonly name = "NotInOfficeJs";
}

/** The code asked for something that Office.js has and the simulator does not. */
export class NotModelled extends Error {
  override readonly name = "NotModelled";
}

/** A member of a class of Office.js, of one of its bases where the class itself does not have it. */
export function memberOf(className: string, name: string): ApiMember | undefined {
  const found = api[className];
  if (!found) throw new NotInOfficeJs(`Office.js has no class ${className}.`);
  if (Object.hasOwn(found.members, name)) return found.members[name];
  for (const base of found.bases) {
    const inherited = memberOf(base, name);
    if (inherited) return inherited;
  }
  return undefined;
}

/** What every object answers by itself, to the engine and to test tools. */
const asked = new Set(["then", "toJSON", "constructor", "$$typeof", "nodeType", "asymmetricMatch"]);

/**
 * An object of the common API or of Outlook's, as strict as its declaration: a member that Office.js does not have throws, one of a
 * requirement set that the host lacks is undefined, as it is there, and one that the simulator lacks throws.
 */
export function strict<T extends object>(
  className: string,
  model: Partial<Record<keyof T, unknown>>,
  profile: Profile,
): T {
  return new Proxy<object>(model, {
    get(target, name, receiver) {
      if (typeof name === "symbol" || asked.has(name)) return undefined;
      const member = memberOf(className, name);
      if (!member) throw new NotInOfficeJs(`Office.js has no ${className}.${name}.`);
      if (!supports(profile, member.set)) return undefined;
      if (!(name in target)) throw new NotModelled(`${className}.${name} is not modelled.`);
      return Reflect.get(target, name, receiver) as unknown;
    },
    has: (target, name) => name in target,
    set(_target, name) {
      throw new NotInOfficeJs(`${className}.${String(name)} cannot be set.`);
    },
  }) as T;
}

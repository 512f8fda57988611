/** happy-dom leaves the prefix in the local name of a parsed attribute; browsers do not, and docx-preview relies on it. */
export function mendLocalNames(): void {
  Object.defineProperty(Attr.prototype, "localName", {
    configurable: true,
    get(this: Attr) {
      return this.name.slice(this.name.indexOf(":") + 1);
    },
  });
}

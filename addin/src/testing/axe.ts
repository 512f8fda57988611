import axe from "axe-core";

/** What axe finds wrong with the page, one line each. Colours and layout it cannot see here. */
export async function axeFinds(root: Element = document.body): Promise<string[]> {
  // Fluent's own guards of the focus, which nobody reaches.
  const context = { include: [root], exclude: ["[data-tabster-dummy]"] };
  const { violations } = await axe.run(context, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

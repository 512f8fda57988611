// Rules about the definition as a whole.
import { isSentence } from "../definition.mjs";
import { advisory, each, hard, one } from "./rule.mjs";

const mostBytes = 1024 * 1024;
const productNames =
  /\b(API|Connector|Power ?(Automate|Apps|Platform|BI)|Logic Apps|Copilot( Studio)?|Microsoft|Office( 365)?|SharePoint|Outlook)\b/i;
const categories = [
  "AI",
  "Business Management",
  "Business Intelligence",
  "Collaboration",
  "Commerce",
  "Communication",
  "Content and Files",
  "Finance",
  "Data",
  "Human Resources",
  "Internet of Things",
  "IT Operations",
  "Lifestyle and Entertainment",
  "Marketing",
  "Productivity",
  "Sales and CRM",
  "Security",
  "Social Media",
  "Website",
];

const metadata = (definition, name) =>
  (definition["x-ms-connector-metadata"] ?? []).find((entry) => entry.propertyName === name)
    ?.propertyValue;

const named = (name) =>
  hard(
    `The connector's metadata has '${name}'`,
    (d) => one(Boolean(metadata(d, name)), `x-ms-connector-metadata lacks ${name}`),
    (d) =>
      (d["x-ms-connector-metadata"] = d["x-ms-connector-metadata"].filter(
        (entry) => entry.propertyName !== name,
      )),
  );

export const whole = [
  hard(
    "It is Swagger 2.0",
    (d) => one(d.swagger === "2.0" && !d.openapi, `swagger ${d.swagger}`),
    (d) => (d.swagger = "3.0"),
  ),
  hard(
    "It is smaller than 1 MB",
    (d) => one(JSON.stringify(d, null, 2).length < mostBytes, "too large"),
    (d) => (d["x-padding"] = "x".repeat(mostBytes)),
  ),
  hard(
    "It speaks https and nothing else",
    (d) => one(JSON.stringify(d.schemes) === '["https"]', `schemes ${d.schemes}`),
    (d) => d.schemes.push("http"),
  ),
  hard(
    "The host has no scheme and no path",
    (d) => one(/^[a-z0-9.-]+(:\d+)?$/i.test(d.host ?? ""), `host ${d.host}`),
    (d) => (d.host = `https://${d.host}`),
  ),
  hard(
    "The base path begins with a slash and ends without one",
    (d) => one(/^\/(.*[^/])?$/.test(d.basePath ?? ""), `basePath ${d.basePath}`),
    (d) => (d.basePath = "v1/"),
  ),
  hard(
    "The title has 1 to 30 characters",
    (d) => one(d.info?.title?.length >= 1 && d.info.title.length <= 30, `title ${d.info?.title}`),
    (d) => (d.info.title = "A title that goes on for more than thirty characters"),
  ),
  hard(
    "The title is no product's name and says neither API nor connector",
    (d) => one(!productNames.test(d.info?.title ?? ""), `title ${d.info?.title}`),
    (d) => (d.info.title = "Handoffs for Power Automate"),
  ),
  hard(
    "The description has 30 to 500 characters",
    (d) =>
      one(d.info?.description?.length >= 30 && d.info.description.length <= 500, "description"),
    (d) => (d.info.description = "Too short."),
  ),
  advisory(
    "The description is a sentence and names no product",
    (d) =>
      one(isSentence(d.info?.description) && !productNames.test(d.info.description), "description"),
    (d) => (d.info.description = "drafts for Power Apps, from structured data of yours"),
  ),
  hard(
    "The version is there",
    (d) => one(Boolean(d.info?.version), "version"),
    (d) => delete d.info.version,
  ),
  hard(
    "The contact has a name, an address on the web and one for mail",
    (d) =>
      one(
        d.info?.contact?.name &&
          d.info.contact.url &&
          /^[^@ ]+@[^@ ]+$/.test(d.info.contact.email ?? ""),
        "contact",
      ),
    (d) => delete d.info.contact.email,
  ),
  advisory(
    "Addresses on the web are https",
    (d) =>
      each(
        [d.info?.contact?.url, metadata(d, "Website"), metadata(d, "Privacy policy")],
        (url) => /^https:\/\//.test(url ?? ""),
        (url) => `${url}`,
      ),
    (d) => (d.info.contact.url = "http://example.com"),
  ),
  named("Website"),
  named("Privacy policy"),
  named("Categories"),
  advisory(
    "The categories are those that there are",
    (d) =>
      each(
        (metadata(d, "Categories") ?? "").split(";"),
        (category) => categories.includes(category),
        (category) => `category ${category}`,
      ),
    (d) => (d["x-ms-connector-metadata"][2].propertyValue = "AI;Handoffs"),
  ),
  hard(
    "Sign-in is OAuth 2.0 by Microsoft Entra ID over https",
    (d) =>
      each(
        Object.entries(d.securityDefinitions ?? { none: {} }),
        ([, scheme]) =>
          scheme.type === "oauth2" &&
          scheme.flow === "accessCode" &&
          [scheme.authorizationUrl, scheme.tokenUrl].every((url) =>
            url?.startsWith("https://login."),
          ),
        ([name]) => `securityDefinitions ${name}`,
      ),
    (d) => (d.securityDefinitions.aad.tokenUrl = "http://login.example.com/token"),
  ),
  hard(
    "Every call is signed in, by a definition that there is",
    (d) =>
      one(
        d.security?.length > 0 &&
          d.security.every((use) =>
            Object.keys(use).every((name) => d.securityDefinitions?.[name]),
          ),
        "security",
      ),
    (d) => (d.security = [{ basic: [] }]),
  ),
  hard(
    "It takes and gives JSON where nothing else is said",
    (d) =>
      one(
        d.consumes?.includes("application/json") && d.produces?.includes("application/json"),
        "consumes, produces",
      ),
    (d) => (d.produces = ["text/xml"]),
  ),
];

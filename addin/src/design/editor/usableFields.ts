import type { TemplateField } from "../../api/types";

/** The fields that a form can be made of while the template is written: named, each name once. */
export const usableFields = (fields: readonly TemplateField[]): TemplateField[] =>
  fields
    .filter(({ name }, index) => name !== "" && fields.findIndex((f) => f.name === name) === index)
    .map((field) =>
      field.kind === "List" ? { ...field, fields: usableFields(field.fields ?? []) } : field,
    );

import type { LocalPerson, Origin, Person } from "../api/types";

export const people: readonly LocalPerson[] = [
  {
    id: "p-alex",
    name: "Alex Meyer",
    title: "Account manager",
    email: "alex@northwind.example",
    roles: ["Author"],
  },
  {
    id: "p-rita",
    name: "Rita Sommer",
    title: "Delivery lead",
    email: "rita@northwind.example",
    roles: ["Author", "Reviewer"],
  },
  {
    id: "p-jonas",
    name: "Jonas Keller",
    title: "Head of delivery",
    email: "jonas@northwind.example",
    roles: ["Reviewer"],
  },
  {
    id: "p-noor",
    name: "Noor Haddad",
    title: "Client partner",
    email: "noor@northwind.example",
    roles: ["Reviewer"],
  },
  {
    id: "p-dana",
    name: "Dana Ortiz",
    title: "Process designer",
    email: "dana@northwind.example",
    roles: ["Designer"],
  },
  {
    id: "p-teo",
    name: "Teodor Brandt",
    title: "IT administrator",
    email: "teodor@northwind.example",
    roles: ["Administrator"],
  },
];

export const rulesOrigin: Origin = {
  kind: "Rules",
  name: "Offline template drafter",
  notice: "Written by rules from your record. No AI wrote this.",
};

export const personOf = (id: string): Person => {
  const found = people.find((person) => person.id === id);
  if (!found) throw new Error(`The fake knows nobody called ${id}.`);
  return { id: found.id, name: found.name, email: found.email };
};

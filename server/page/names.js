// Names of what filters say.
const languages = new Intl.DisplayNames(["en"], {type: "language", fallback: "code"});
const organizations = new Map();  // id -> label, as answers told them

export function remember(id, label) {
  if (label) organizations.set(id, label);
}

export const languageName = (code) => (/^[a-z]{2,3}$/.test(code) ? languages.of(code) : code);

export function nameOf(field, value) {
  if (field === "lang") return languageName(value);
  if (field === "org") return organizations.get(value) ?? value.toUpperCase();
  if (field === "date") return value.replace("..", " – ");
  return value;
}

export const kFieldNames = {org: "Organizations", lang: "Languages", source: "Sources", type: "Types", date: "Date"};

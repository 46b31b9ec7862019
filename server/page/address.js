// What is shown, as the address has it: every view has a link, and the back button goes to the one before.

export const kFilters = ["org", "lang", "source", "type", "date"];
export const kPage = 10;

export function read(search = location.search) {
  const given = new URLSearchParams(search);
  return {
    q: given.get("q") ?? "",
    sort: given.get("sort") ?? "relevance",
    offset: Math.max(0, Number.parseInt(given.get("offset"), 10) || 0),
    doc: given.get("doc"),
    filters: kFilters.flatMap((field) => given.getAll(field).map((value) => ({field, value}))),
  };
}

export function link(state) {
  const out = new URLSearchParams();
  if (state.q) out.set("q", state.q);
  for (const {field, value} of state.filters) out.append(field, value);
  if (state.sort !== "relevance") out.set("sort", state.sort);
  if (state.offset > 0) out.set("offset", state.offset);
  if (state.doc) out.set("doc", state.doc);
  return out.size > 0 ? "/?" + out : "/";
}

// A search anew: from the first hit, without a document.
export const searching = (state, change) => ({...state, offset: 0, doc: null, ...change});

export const has = (state, field, value) => state.filters.some((one) => one.field === field && one.value === value);

export const without = (state, field, value) =>
  searching(state, {filters: state.filters.filter((one) => one.field !== field || (value !== undefined && one.value !== value))});

export const withFilter = (state, field, value) => searching(state, {filters: [...state.filters, {field, value}]});

// Parameters for the server.
export function parameters(state, names = ["q", "sort", "filters"]) {
  const out = new URLSearchParams();
  if (names.includes("q") && state.q) out.set("q", state.q);
  if (names.includes("sort")) out.set("sort", state.sort);
  if (names.includes("filters")) for (const {field, value} of state.filters) out.append(field, value);
  return out;
}

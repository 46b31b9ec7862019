// Matches counted by field, to narrow the search with.
import {element, isolated} from "./dom.js";
import {kFieldNames, nameOf} from "./names.js";
import {has, searching, withFilter, without} from "./address.js";

const kShown = 8;
const count = new Intl.NumberFormat("en");
const kOrders = {relevance: "Best first", "date-": "Newest first", date: "Oldest first", symbol: "By symbol"};

function valueElement(state, field, one, go) {
  const chosen = has(state, field, one.value);
  return element("li", {}, element("button", {class: "value", type: "button", "aria-pressed": String(chosen),
    on: {click: () => go(chosen ? without(state, field, one.value) : withFilter(state, field, one.value))}},
    isolated(nameOf(field, one.value), {class: "label"}), element("span", {class: "count"}, count.format(one.count))));
}

function facetElement(state, field, values, go) {
  const rows = values.map((one) => valueElement(state, field, one, go));
  rows.slice(kShown).forEach((row) => { row.hidden = true; });
  const more = rows.length > kShown
    ? element("button", {class: "more", type: "button", on: {click: () => { rows.forEach((row) => { row.hidden = false; }); more.remove(); }}}, `${rows.length - kShown} more`)
    : null;
  return element("section", {"data-facet": field}, element("h3", {}, kFieldNames[field]), element("ul", {}, ...rows), more);
}

export function order(state, go) {
  const select = element("select", {id: "order", on: {change: () => go(searching(state, {sort: select.value}))}},
    ...Object.entries(kOrders).map(([value, text]) => element("option", {value, selected: value === state.sort}, text)));
  return element("div", {class: "order"}, element("label", {for: "order"}, "Order"), select);
}

// A field of one value narrows nothing, unless it is what narrows now.
export const facetElements = (state, facets, go) => ["org", "lang", "type", "source"]
  .filter((field) => (facets?.[field] ?? []).length > 1 || state.filters.some((one) => one.field === field))
  .map((field) => facetElement(state, field, facets[field] ?? [], go));

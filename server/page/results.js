// Hits, and what is said about the search.
import {element, isolated, langOf, visible} from "./dom.js";
import {kFieldNames, languageName, nameOf} from "./names.js";
import {kPage, link, searching, without} from "./address.js";
import {marked} from "./marked.js";

const count = new Intl.NumberFormat("en");

export function statusOf(answer) {
  const documents = (answer.total_exact ? "" : "about ") + count.format(answer.total) + (answer.total === 1 ? " document" : " documents");
  const last = answer.hits.length > 0 ? ` · ${answer.hits[0].rank}–${answer.hits.at(-1).rank} shown` : "";
  return `${documents}${last} · ${(answer.took_us / 1000).toFixed(1)} ms`;
}

function about(hit) {
  const parts = [hit.symbol, hit.date, hit.source, hit.type].filter(Boolean).map((text) => isolated(text));
  if (hit.lang) parts.push(element("span", {}, languageName(hit.lang)));
  if (hit.copies > 0) parts.push(element("span", {}, hit.copies + " copies"));
  return parts;
}

// The query's parts that the hit has, with their counts.
const matched = (hit) => (hit.matched ?? []).map((part) => isolated(`${part.what} ${part.count}×`));

export function hitElement(state, hit, open) {
  const to = {...state, doc: hit.id};
  const title = hit.title ? marked(hit.title, hit.title_marks) : [visible(hit.id)];
  return element("li", {class: "hit", lang: langOf(hit.lang)},
    element("h2", {dir: "auto"}, element("a", {href: link(to), on: {click: (event) => open(event, to)}}, ...title)),
    element("p", {class: "about", lang: "en"}, ...about(hit), ...matched(hit)),
    ...hit.passages.map((passage) => element("p", {class: "passage", dir: "auto"}, passage.start > 0 ? "… " : null, ...marked(passage.text, passage.marks))));
}

export const chips = (state, go) => state.filters.map(({field, value}) => {
  const name = nameOf(field, value);
  return element("button", {class: "chip", type: "button", "aria-label": `Remove ${kFieldNames[field]}: ${name}`,
    on: {click: () => go(without(state, field, value))}}, isolated(name), element("span", {class: "cross", "aria-hidden": "true"}, "×"));
});

const queryLink = (state, query, open) => {
  const to = searching(state, {q: query});
  return element("a", {href: link(to), on: {click: (event) => open(event, to)}}, isolated(query));
};

// What names in the query mean, notes, and what else to ask.
export function told(state, answer, open) {
  const out = answer.organizations.filter((one) => one.text.toLowerCase() !== one.label.toLowerCase())
    .map((one) => element("p", {}, isolated(one.text), " is read as ", isolated(one.label)));
  for (const note of answer.partial ? [] : answer.notes ?? []) out.push(element("p", {}, isolated(note)));
  const [first, ...others] = answer.suggestions ?? [];
  const nothing = answer.total === 0;
  if (nothing) out.push(element("p", {class: "try"}, "Nothing was found."));
  if (first && !nothing) out.push(element("p", {class: "try"}, "Did you mean ", queryLink(state, first.query, open), "? ", isolated(first.reason), "."));
  if (first && nothing) {
    out.push(element("p", {class: "try"}, "Try instead:"), element("ul", {}, ...[first, ...others].map((one) =>
      element("li", {}, queryLink(state, one.query, open), ` – ${visible(one.reason)}, ${count.format(one.total)} found`))));
  }
  if (nothing && state.filters.length > 0) {
    const to = searching(state, {filters: []});
    out.push(element("p", {class: "try"}, element("a", {href: link(to), on: {click: (event) => open(event, to)}}, "Search without the filters")));
  }
  return out;
}

export function pageLinks(state, answer, open) {
  const turn = (offset, text, rel) => {
    const to = {...state, offset};
    return element("a", {href: link(to), rel, on: {click: (event) => open(event, to)}}, text);
  };
  const before = state.offset > 0 ? turn(Math.max(0, state.offset - kPage), "← Before", "prev") : element("span");
  const more = answer.hits.length === kPage && state.offset + kPage < answer.total;
  return [before, more ? turn(state.offset + kPage, "More →", "next") : element("span")];
}

// The page: what the address says is asked and shown; what the reader does becomes an address.
import {ask} from "./api.js";
import {kPage, link, parameters, read, searching} from "./address.js";
import {byId, element, isolated} from "./dom.js";
import {documentElements, moveToMark} from "./document.js";
import {facetElements, order} from "./facets.js";
import {languageName, remember} from "./names.js";
import {chips, hitElement, pageLinks, statusOf, told} from "./results.js";
import {Suggestions} from "./suggestions.js";
import {timeline} from "./timeline.js";

const kFacets = "org,lang,source,type,year";
const kValues = 40;
const kExamples = [["CSTO", "an acronym finds the organization under all its names, in any language"],
  ["“resolution 1540 (2004)”", "a citation in words is the symbol S/RES/1540(2004)"],
  ["title:summit OR title:саммит", "a word in the title"]];

let asking = null;  // what is being asked now; a new question ends it

function show(section) {
  for (const id of ["welcome", "found", "document"]) byId(id).hidden = id !== section;
}

function alertWith(text, retry) {
  byId("alert").replaceChildren(element("p", {class: "notice"}, isolated(text),
    retry ? element("button", {type: "button", on: {click: retry}}, "Ask again") : null));
}

function go(state) {
  history.pushState(null, "", link(state));
  render(true);
}

// A click that the browser itself need not follow.
function open(event, state) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
  event.preventDefault();
  go(state);
}

async function welcome(signal) {
  document.title = "Dragoman";
  show("welcome");
  byId("status").textContent = "";
  const stats = await ask("/health", null, signal);
  const years = [stats.first_date, stats.last_date].map((date) => date.slice(0, 4)).filter(Boolean);
  const what = `${new Intl.NumberFormat("en").format(stats.documents)} documents in ${stats.langs.map(languageName).slice(0, 8).join(", ")}` +
    (years.length === 2 ? `, from ${years[0]} to ${years[1]}` : "") + `, that name ${stats.organizations} organizations.`;
  byId("welcome").replaceChildren(element("h1", {}, "Search the documents of diplomacy"), element("p", {}, what),
    element("ul", {}, ...kExamples.map(([query, text]) => {
      const to = searching(read(""), {q: query});
      return element("li", {}, element("a", {href: link(to), on: {click: (event) => open(event, to)}}, query), element("span", {}, text));
    })));
}

// The years without the filter by date, so that others can be chosen.
async function yearsOf(state, answer, signal) {
  if (!state.filters.some((one) => one.field === "date")) return answer.facets?.year ?? [];
  const wider = {...state, filters: state.filters.filter((one) => one.field !== "date")};
  const asked = parameters(wider, ["q", "filters"]);
  asked.set("facet", "year");
  return (await ask("/facets", asked, signal)).facets?.year ?? [];
}

async function results(state, signal) {
  const asked = parameters(state);
  asked.set("n", kPage);
  asked.set("offset", state.offset);
  asked.set("facet", kFacets);
  asked.set("values", kValues);
  const answer = await ask("/search", asked, signal);
  const years = await yearsOf(state, answer, signal);
  for (const one of answer.facets?.org ?? []) remember(one.value, one.label);
  for (const one of answer.organizations) remember(one.id, one.label);
  document.title = (state.q ? state.q + " – " : "") + "Dragoman";
  byId("status").textContent = statusOf(answer);
  if (answer.partial) alertWith("This is a part of the answer: " + (answer.notes ?? []).join("; ") + ".");
  byId("chips").replaceChildren(...chips(state, go));
  byId("told").replaceChildren(...told(state, answer, open));
  byId("timeline").replaceChildren(...timeline(state, years, go));
  byId("hits").replaceChildren(...answer.hits.map((hit) => hitElement(state, hit, open)));
  byId("hits").setAttribute("start", state.offset + 1);
  byId("pages").replaceChildren(...pageLinks(state, answer, open));
  byId("facets").replaceChildren(...(answer.total > 1 ? [order(state, go)] : []), ...facetElements(state, answer.facets, go));
  show("found");
}

async function wholeDocument(state, signal) {
  const path = "/doc/" + state.doc.split("/").map(encodeURIComponent).join("/");
  const shown = await ask(path, parameters(state, ["q"]), signal);
  document.title = (shown.title || shown.id) + " – Dragoman";
  const article = byId("document");
  const backTo = {...state, doc: null};
  article.replaceChildren(...documentElements(shown, link(backTo), (event) => open(event, backTo)));
  const marks = article.querySelectorAll("mark").length;
  byId("status").textContent = marks === 0 ? "" : marks === 1 ? "1 mark" : `${marks} marks`;
  show("document");
}

async function render(fresh) {
  asking?.abort();
  asking = new AbortController();
  const {signal} = asking;
  const state = read();
  byId("alert").replaceChildren();
  byId("query").value = state.q;
  const nothing = !state.q.trim() && state.filters.length === 0;
  try {
    await (state.doc ? wholeDocument(state, signal) : nothing ? welcome(signal) : results(state, signal));
    if (fresh) scrollTo({top: 0, behavior: "instant"});
  } catch (error) {
    if (error.name === "AbortError") return;
    byId("status").textContent = "";
    alertWith(error.message, () => render(true));
  }
}

// j and k, or the arrows: from hit to hit.
function moveToHit(step) {
  const links = [...document.querySelectorAll(".hit h2 a")];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
  next.focus({preventScroll: true});
  next.closest(".hit").scrollIntoView({block: "nearest"});
}

function back() {
  const state = read();
  if (state.doc) go({...state, doc: null});
}

const kKeys = {
  "/": () => { byId("query").focus(); byId("query").select(); },
  j: () => moveToHit(1), ArrowDown: () => moveToHit(1),
  k: () => moveToHit(-1), ArrowUp: () => moveToHit(-1),
  n: () => moveToMark(byId("document"), 1), p: () => moveToMark(byId("document"), -1),
  Escape: back,
};

function key(event) {
  const typing = event.target.closest?.("input, select, textarea");
  if (typing && event.key === "Escape") event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrows = event.key.startsWith("Arrow");
  if (arrows && !document.activeElement.closest(".hit")) return;  // else they scroll
  if (!Object.hasOwn(kKeys, event.key)) return;
  event.preventDefault();
  kKeys[event.key]();
}

const askFor = (q) => go(searching(read(), {q: q.trim()}));
const suggestions = new Suggestions(byId("query"), byId("suggestions"), askFor);
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  suggestions.close();
  byId("query").blur();
  askFor(byId("query").value);
});
byId("home").addEventListener("click", (event) => open(event, searching(read(""), {})));
addEventListener("popstate", () => render(false));
document.addEventListener("keydown", key);
render(false);
if (!read().doc && !read().q) byId("query").focus();

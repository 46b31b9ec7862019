// Matches by year as bars. A click takes a year; dragging, or Shift and a click, takes the years between.
import {element} from "./dom.js";
import {searching, without} from "./address.js";

const kMostYears = 160;

function range(state) {
  const date = state.filters.find((one) => one.field === "date")?.value;
  const years = date?.match(/\d{4}/g)?.map(Number);
  return years ? {from: years[0], to: years.at(-1)} : null;
}

const dateOf = (a, b) => (a === b ? String(a) : `${Math.min(a, b)}..${Math.max(a, b)}`);

// `years`: [{value, count}] in rising order. Nothing for less than two years.
export function timeline(state, years, go) {
  const counts = new Map(years.map((one) => [Number(one.value), one.count]).filter(([year]) => year > 0));
  const all = [...counts.keys()];
  if (all.length < 2) return [];
  const last = Math.max(...all);
  const first = Math.max(Math.min(...all), last - kMostYears + 1);
  const most = Math.max(...counts.values());
  const chosen = range(state);
  let begin = null;
  const take = (from, to) => go(searching(without(state, "date"), {filters: [...without(state, "date").filters, {field: "date", value: dateOf(from, to)}]}));
  const bars = [];
  for (let year = first; year <= last; ++year) {
    const number = counts.get(year) ?? 0;
    const fill = element("i");
    fill.style.height = number === 0 ? "0" : `${Math.max(4, (100 * number) / most)}%`;
    const inside = chosen && year >= chosen.from && year <= chosen.to;
    bars.push(element("button", {type: "button", class: inside ? "inside" : null, title: `${year}: ${number}`, "data-year": year,
      "aria-label": `${year}: ${number} ${number === 1 ? "document" : "documents"}`,
      on: {
        pointerdown: () => { begin = year; },
        pointerup: () => { if (begin !== null && begin !== year) { take(begin, year); begin = "done"; } },
        click: (event) => {
          if (begin === "done") { begin = null; return; }
          begin = null;
          if (event.shiftKey && chosen) take(Math.min(chosen.from, year), Math.max(chosen.to, year));
          else take(year, year);
        },
      }}, fill));
  }
  const wide = `${2.4 * bars.length}rem`;
  const parts = [element("div", {class: "bars", role: "group", "aria-label": "Documents by year"}, ...bars),
    element("div", {class: "years", "aria-hidden": "true"}, element("span", {}, String(first)), element("span", {}, String(last)))];
  for (const part of parts) part.style.maxWidth = wide;
  return parts;
}

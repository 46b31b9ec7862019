// The list below the search box: a combobox as WAI-ARIA describes it.
import {ask} from "./api.js";
import {element, isolated} from "./dom.js";

const kWait = 110;  // milliseconds after the last key

export class Suggestions {
  // `choose(query)` is called with the whole query.
  constructor(input, list, choose) {
    Object.assign(this, {input, list, choose, at: -1, queries: [], timer: 0, asking: null});
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
  }

  ask() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const q = this.input.value;
    if (q.trim() === "") return this.close();
    this.timer = setTimeout(async () => {
      this.asking = new AbortController();
      try {
        this.show(await ask("/suggest", new URLSearchParams({q}), this.asking.signal));
      } catch (error) {
        if (error.name !== "AbortError") this.close();  // the search itself will tell
      }
    }, kWait);
  }

  show(answer) {
    if (answer.query !== this.input.value || document.activeElement !== this.input) return;
    const rows = answer.completions.map((one) => ({query: one.query, left: one.name ?? one.text, right: one.label === one.name ? "" : one.label ?? "field"}));
    if (rows.length === 0)
      for (const one of answer.suggestions) rows.push({query: one.query, left: one.query, right: one.reason});
    this.queries = rows.map((row) => row.query);
    this.list.replaceChildren(...rows.map((row, index) =>
      element("li", {role: "option", id: "suggestion-" + index, "aria-selected": "false",
        on: {mousedown: (event) => { event.preventDefault(); this.take(index); }}},
        isolated(row.left), row.right ? element("span", {class: "meaning"}, isolated(row.right)) : null)));
    this.at = -1;
    this.expand(rows.length > 0);
  }

  expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (!open) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.at = -1;
    this.expand(false);
  }

  move(step) {
    const rows = [...this.list.children];
    this.at = (this.at + step + rows.length + 1) % (rows.length + 1);
    if (this.at === rows.length) this.at = -1;
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === this.at)));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", rows[this.at].id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  take(index) {
    const query = this.queries[index];
    this.input.value = query;
    this.close();
    if (!query.endsWith(":") && !query.endsWith("=")) this.choose(query);
  }

  key(event) {
    if (this.list.hidden) return;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.at < 0 ? this.move(this.list.children.length) : this.move(-1);
    else if (event.key === "Enter" && this.at >= 0) this.take(this.at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

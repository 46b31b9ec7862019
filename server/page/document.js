// A whole document with its marks.
import {element, isolated, langOf, visible} from "./dom.js";
import {languageName} from "./names.js";
import {marked, paragraphs} from "./marked.js";

// javascript: and its kin are no links.
const leadsToWeb = (url) => /^https?:\/\//i.test(url ?? "");

function facts(shown) {
  const rows = [["Date", shown.date], ["Symbol", shown.symbol], ["Source", shown.source], ["Type", shown.type],
    ["Language", shown.lang ? languageName(shown.lang) : ""], ["Id", shown.id], ...Object.entries(shown.fields ?? {})]
    .filter(([, value]) => value)
    .flatMap(([name, value]) => [element("dt", {}, isolated(name)), element("dd", {}, isolated(value))]);
  if (shown.url) {
    const text = isolated(shown.url);
    rows.push(element("dt", {}, "Link"), element("dd", {},
      leadsToWeb(shown.url) ? element("a", {href: shown.url, rel: "noopener noreferrer nofollow"}, text) : text));
  }
  return element("dl", {}, ...rows);
}

export function documentElements(shown, backTo, back) {
  const lang = langOf(shown.lang);
  const title = shown.title ? marked(shown.title, shown.title_marks) : [visible(shown.id)];
  return [element("a", {class: "back", href: backTo, on: {click: back}}, "← Results"),
    element("h1", {dir: "auto", lang}, ...title), facts(shown),
    element("div", {class: "body", lang}, ...paragraphs(shown.body, shown.body_marks))];
}

// Goes to the next mark, or the one before; from the last to the first.
export function moveToMark(root, step) {
  const marks = [...root.querySelectorAll("mark")];
  if (marks.length === 0) return;
  const at = marks.indexOf(document.activeElement);
  const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length];
  next.setAttribute("tabindex", "-1");
  next.focus({preventScroll: true});
  next.scrollIntoView({block: "center"});
}

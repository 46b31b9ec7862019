// Texts with marks. Places in JSON count code points; those of JavaScript count UTF-16.
import {element, visible} from "./dom.js";

// Turns code points, asked in rising order, into places of a string.
class Places {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.points = 0;
  }
  of(points) {
    for (; this.points < points && this.at < this.text.length; ++this.points)
      this.at += this.text.codePointAt(this.at) > 0xffff ? 2 : 1;
    return this.at;
  }
}

// The pieces of `text`: {text, what}; `what` only of marks.
function pieces(text, marks) {
  const places = new Places(text);
  const out = [];
  let at = 0;
  for (const [from, to, what] of marks ?? []) {
    const begin = places.of(from);
    const end = places.of(to);
    if (begin < at || end <= begin) continue;
    out.push({text: text.slice(at, begin)}, {text: text.slice(begin, end), what});
    at = end;
  }
  out.push({text: text.slice(at)});
  return out.filter((piece) => piece.text !== "");
}

const node = (piece) => (piece.what === undefined ? visible(piece.text) : element("mark", {title: visible(piece.what)}, visible(piece.text)));

export const marked = (text, marks) => pieces(text, marks).map(node);

// Paragraphs, cut at empty lines; a mark that goes over one is parted.
export function paragraphs(text, marks) {
  const all = [[]];
  for (const piece of pieces(text, marks)) {
    piece.text.split(/\n[ \t\r]*\n\s*/).forEach((part, index) => {
      if (index > 0) all.push([]);
      if (part !== "") all.at(-1).push(node({...piece, text: part}));
    });
  }
  return all.filter((nodes) => nodes.length > 0).map((nodes) => element("p", {dir: "auto"}, ...nodes));
}

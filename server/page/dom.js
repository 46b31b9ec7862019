// Elements. Text becomes text: nothing here reads markup, so that nothing of a document can run.

// element("a", {href, class, on: {click}}, "text", child …); null children are left out.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, run] of Object.entries(value)) made.addEventListener(event, run);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

// Without controls and without what turns the direction of all that follows.
export const visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");

// A text of its own direction.
export const isolated = (text, properties = {}) => element("bdi", {dir: "auto", ...properties}, visible(text));

// ISO 639-1 as lang="", where it is one.
export const langOf = (lang) => (/^[a-z]{2,3}$/.test(lang ?? "") ? lang : null);

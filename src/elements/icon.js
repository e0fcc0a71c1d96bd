// The icon by its name. A line of a file is drawn, so a page with nothing but icons does without the program: 7 kB for 80.
// src/icons.rs draws the same in articles; a test compares the two.
import { ICON_ATTRIBUTES } from "standfirst:declared";
import { Base, open, warn } from "./host.js";

const FILE = new URL("icons.txt", import.meta.url).href;
const SVG = "http://www.w3.org/2000/svg";
const FIELDS = 7;

let catalogue;
/** Names that are in no catalogue, each told once. */
const told = new Set();

/** Fetched once a page. A failure is not kept. */
function icons() {
  catalogue ??= load().catch((error) => {
    catalogue = undefined;
    throw error;
  });
  return catalogue;
}

/** The icons by name and alias. The file's lines are described in src/icons/catalogue.rs. */
async function load() {
  const response = await fetch(FILE, { credentials: "omit" });
  if (!response.ok) throw new Error(`${FILE}: status ${response.status}`);
  const found = new Map();
  for (const line of (await response.text()).split("\n\n")[0].split("\n")) {
    const fields = line.split("\t");
    // A page of another kind under that address.
    if (fields.length !== FIELDS) throw new Error(`${FILE} is no catalogue of icons`);
    for (const name of [fields[0], ...fields[3].split(" ")]) if (name && !found.has(name)) found.set(name, fields);
  }
  return found;
}

/** "Linked In" is linked-in. */
const slug = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function put(element, attributes) {
  // Not "in": a page may have given every object more.
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  return element;
}

function draw([name, , , , flags, line, fill], label) {
  const has = (flag) => flags.split(" ").includes(flag);
  const svg = put(document.createElementNS(SVG, "svg"), {
    viewBox: "0 0 24 24",
    width: "1em",
    height: "1em",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    focusable: "false",
    class: has("flips") ? "sf-icon sf-flips" : "sf-icon",
    "data-icon": name,
    "data-tone": ["success", "spent"].find(has),
    ...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" }),
  });
  const path = (attributes) => attributes.d && svg.append(put(document.createElementNS(SVG, "path"), attributes));
  path({ d: line });
  path({ fill: "currentColor", stroke: "none", d: fill });
  return svg;
}

function unknown(name, found) {
  if (told.has(name)) return;
  told.add(name);
  const near = [...found.keys()].filter((other) => other.startsWith(slug(name).slice(0, 3)));
  console.warn(`standfirst-icon: there is no icon "${name}".${near.length ? ` Near it: ${near.slice(0, 3).join(", ")}.` : ""}`);
}

export class StandfirstIcon extends Base {
  static observedAttributes = ICON_ATTRIBUTES;
  #place;
  #drawing = false;

  connectedCallback() {
    this.attributeChangedCallback();
  }

  adoptedCallback() {
    if (this.shadowRoot) open(this);
  }

  async attributeChangedCallback() {
    if (!this.isConnected || this.#drawing) return;
    // Both attributes may change at once, and while the catalogue is awaited.
    this.#drawing = true;
    try {
      const found = await icons();
      const name = this.getAttribute("name") ?? "";
      const icon = found.get(slug(name));
      if (!icon && name) unknown(name, found);
      if (!this.#place) {
        this.#place = document.createElement("span");
        this.#place.className = "sf-icon-place";
        open(this).append(this.#place);
      }
      this.#place.replaceChildren(...(icon ? [draw(icon, this.getAttribute("label")?.trim())] : []));
    } catch (error) {
      warn(error?.message ?? error);
    }
    this.#drawing = false;
  }
}

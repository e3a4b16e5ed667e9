// The map by keyboard: one stop for Tab, arrow keys to the neighbours, the name in large type beside it.
// Without scripts each hexagon is a link of its own, and the table says the same.

const SVG = "http://www.w3.org/2000/svg";
/** Which way an arrow points: right and down are positive. @type {Record<string, [number, number]>} */
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** @typedef {{ link: SVGAElement, x: number, y: number }} Place a hexagon and its middle */

/**
 * The place an arrow leads to: the nearest one that lies more ahead than aside, or the one stood on.
 * @param {Place[]} places
 * @param {Place} from
 * @param {[number, number]} way
 * @returns {Place}
 */
export function neighbour(places, from, [right, down]) {
  let nearest = from;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    const far = ahead + 2 * aside;
    if (ahead > 0 && aside <= ahead && far < least) [nearest, least] = [place, far];
  }
  return nearest;
}

/**
 * @param {SVGSVGElement} svg
 * @returns {Place[]}
 */
function placesOf(svg) {
  return [...svg.querySelectorAll("a")].flatMap((/** @type {Element} */ link) => {
    const cell = link.querySelector("use");
    return link instanceof SVGAElement ? [{ link, x: Number(cell?.getAttribute("x")), y: Number(cell?.getAttribute("y")) }] : [];
  });
}

/**
 * A ring above all hexagons that can be laid round one of them.
 * @param {SVGSVGElement} svg
 * @returns {(place: Place) => void}
 */
function ringIn(svg) {
  const ring = document.createElementNS(SVG, "use");
  ring.setAttribute("class", "ring");
  return (place) => {
    ring.setAttribute("href", "#hex");
    ring.setAttribute("x", String(place.x));
    ring.setAttribute("y", String(place.y));
    svg.append(ring);
  };
}

/**
 * Says a hexagon's name and what is said of it, as its link does for the ear.
 * @param {HTMLElement} map
 * @param {Place} place
 */
function say(map, place) {
  const name = map.querySelector("[data-map-name]");
  const [first = "", ...rest] = (place.link.querySelector("title")?.textContent ?? "").split(": ");
  const strong = document.createElement("strong");
  strong.textContent = first;
  name?.replaceChildren(strong, rest.join(": ") || (map.dataset.usual ?? ""));
}

/**
 * @param {HTMLElement} map
 * @param {SVGSVGElement} svg
 */
function walkable(map, svg) {
  const places = placesOf(svg);
  const ring = ringIn(svg);
  for (const place of places) {
    const { link } = place;
    const show = () => {
      ring(place);
      say(map, place);
    };
    link.setAttribute("tabindex", "-1");
    link.addEventListener("pointerenter", show);
    link.addEventListener("focus", () => {
      for (const other of places) other.link.setAttribute("tabindex", other === place ? "0" : "-1");
      show();
    });
    link.addEventListener("keydown", (event) => {
      const way = event.altKey || event.ctrlKey || event.metaKey ? undefined : WAYS[event.key];
      if (!way) return;
      event.preventDefault();
      neighbour(places, place, way).link.focus();
    });
  }
  // Tab comes in from the north, where reading begins.
  places.reduce((top, place) => (place.y < top.y ? place : top)).link.setAttribute("tabindex", "0");
  map.querySelector("[data-map-hint]")?.removeAttribute("hidden");
}

for (const map of document.querySelectorAll("[data-map]")) {
  const svg = map.querySelector("svg");
  if (map instanceof HTMLElement && svg?.querySelector("a")) walkable(map, svg);
}

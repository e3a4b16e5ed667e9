// Small makers of elements. Text goes in as text and never as markup: what is shown was written by somebody else.

/**
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * The page's element for a part. Throws where the page has none: then page and script are not of one version.
 * @param {string} part
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
export function part(part, within = document) {
  const found = within.querySelector(`[data-part="${part}"]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${part} on the page`);
  return found;
}

/**
 * Shows these parts of a page's sections and hides the others.
 * @param {string} section
 */
export function show(section) {
  for (const each of document.querySelectorAll("[data-section]"))
    if (each instanceof HTMLElement) each.hidden = each.dataset.section !== section;
}

/**
 * A button that does something once at a time. What goes wrong is handed to `failed`.
 * @param {string} text
 * @param {() => Promise<void> | void} deed
 * @param {{ quiet?: boolean, failed?: (error: unknown) => void }} [how]
 */
export function button(text, deed, { quiet = false, failed = () => {} } = {}) {
  const made = element("button", { type: "button", class: quiet ? "button quiet" : "button" }, text);
  onPress(made, deed, failed);
  return made;
}

/**
 * @param {HTMLElement} pressed
 * @param {() => Promise<void> | void} deed
 * @param {(error: unknown) => void} failed
 */
export function onPress(pressed, deed, failed) {
  pressed.addEventListener("click", async () => {
    if (pressed.getAttribute("aria-busy") === "true") return;
    pressed.setAttribute("aria-busy", "true");
    try {
      await deed();
    } catch (error) {
      failed(error);
    } finally {
      pressed.removeAttribute("aria-busy");
    }
  });
}

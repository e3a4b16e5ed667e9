// First of all she writes. Nothing is asked of her, and nothing is sent yet.

import { tellsTheList } from "./list.js";
import { press, say, show, showFirst } from "./views.js";

let first = true;

/**
 * @param {import("./page.js").Page} page
 * @param {string} [said] why she is here again
 */
export function start(page, said = "") {
  const view = first ? showFirst("start") : show("start");
  first = false;
  const field = view.part("textarea", HTMLTextAreaElement);
  field.value = page.session.text;
  say(view, said);
  press(view, "[data-go]", () => {
    page.session.text = field.value;
    if (!field.value.trim()) {
      say(view, "nothing-written");
      field.focus();
    } else if (tellsTheList(field.value, page.reader, [])) say(view, "looks-like-a-list");
    else page.go("desk");
  });
  press(view, "[data-come-back]", () => {
    page.session.text = "";
    page.go("come-back");
  });
}

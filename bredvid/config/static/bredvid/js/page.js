// Small comforts for readers who run scripts. Every page works without them.

/**
 * Leaves at once and without a step back to this page.
 * @param {MouseEvent} event
 */
function leave(event) {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  location.replace(link.href);
}

/**
 * Gives a text that is meant to be copied a button that does it, where the browser lets us.
 * @param {HTMLElement} text
 */
function offerCopy(text) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = text.dataset.copy ?? "";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent ?? "");
    button.textContent = text.dataset.copied ?? "";
  });
  text.after(button);
}

/**
 * Moves a row that is pushed sideways until the current of its ways stands in full in its middle.
 * @param {HTMLElement} row
 */
function showCurrent(row) {
  const current = row.querySelector("[aria-current]");
  if (!current) return;
  const [here, all] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += here.left + here.width / 2 - (all.left + all.width / 2);
}

for (const link of document.querySelectorAll("a[data-leave]")) {
  if (link instanceof HTMLAnchorElement) link.addEventListener("click", leave);
}
for (const text of document.querySelectorAll("[data-copy]")) {
  if (text instanceof HTMLElement) offerCopy(text);
}
for (const row of document.querySelectorAll("[data-current-seen]")) {
  if (row instanceof HTMLElement) showCurrent(row);
}

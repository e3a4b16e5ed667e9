/** Beside the box one writes in: a press on what can be written puts it in where the cursor is. */

const box = document.querySelector("textarea[data-chapter]");

/** @param {string} text */
function insert(text) {
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.focus();
}

for (const code of document.querySelectorAll("code[data-binding]")) {
  const button = document.createElement("button");
  const text = code.textContent ?? "";
  button.type = "button";
  button.addEventListener("click", () => insert(text));
  code.replaceWith(button);
  button.append(code);
}

// Saves each answer as soon as it is given, and says so. Without scripts the page is one form with a button.

const form = document.querySelector("#answers");

/** @typedef {{ result: string, revision: number, message: string }} Told what became of an answer */
/** @typedef {{ answers: Record<string, Told>, put: string[], at: string }} Reply */

/**
 * The question that a field belongs to.
 * @param {EventTarget | null} field
 * @returns {HTMLFieldSetElement | null}
 */
function questionOf(field) {
  const found = field instanceof Element ? field.closest("fieldset[data-question]") : null;
  return found instanceof HTMLFieldSetElement ? found : null;
}

/**
 * The fields of one question, as the page itself would send them.
 * @param {HTMLFormElement} whole
 * @param {HTMLFieldSetElement} question
 */
function fieldsOf(whole, question) {
  const code = question.dataset.question ?? "";
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(whole)) {
    const own = name === "form" || name.slice(name.indexOf("-") + 1) === code;
    if (own && typeof value === "string") sent.append(name, value);
  }
  sent.set(`touched-${code}`, "1");
  return sent;
}

/**
 * @param {HTMLFieldSetElement} question
 * @param {string} words
 */
function say(question, words) {
  const place = question.querySelector("[data-said]");
  if (place) place.textContent = words;
}

/**
 * The field with that name in a question.
 * @param {HTMLFieldSetElement} question
 * @param {string} kind
 */
function fieldIn(question, kind) {
  const field = question.elements.namedItem(`${kind}-${question.dataset.question}`);
  return field instanceof HTMLInputElement ? field : null;
}

/**
 * Says what became of an answer, and remembers the revision that is now known here.
 * @param {HTMLFormElement} whole
 * @param {HTMLFieldSetElement} question
 * @param {Reply} reply
 */
function tell(whole, question, reply) {
  const told = reply.answers[question.dataset.question ?? ""];
  const words = whole.dataset;
  if (!told || told.result === "closed") return say(question, words.closed ?? "");
  if (told.result === "refused") return say(question, told.message);
  if (told.result === "conflict") return say(question, words.conflict ?? "");
  const seen = fieldIn(question, "seen");
  if (seen) seen.value = String(told.revision);
  touched.delete(question);
  question.classList.remove("wrong");
  return say(question, `${words.saved} ${reply.at}`);
}

/**
 * Shows the questions that the answers so far put, and takes the others out of use. What stands in them stays.
 * @param {HTMLFormElement} whole
 * @param {string[]} put
 */
function showPut(whole, put) {
  for (const question of whole.querySelectorAll("fieldset[data-question]")) {
    if (!(question instanceof HTMLFieldSetElement)) continue;
    const shown = put.includes(question.dataset.question ?? "");
    question.hidden = !shown;
    question.disabled = !shown;
  }
}

/** One at a time, so that nobody meets her own answer as somebody else's. @type {Promise<void>} */
let turn = Promise.resolve();
/** Questions changed since they were last saved here. @type {Set<HTMLFieldSetElement>} */
const touched = new Set();

/**
 * @param {HTMLFormElement} whole
 * @param {HTMLFieldSetElement} question
 */
async function save(whole, question) {
  say(question, whole.dataset.saving ?? "");
  try {
    const answer = await fetch(whole.action || location.href, {
      method: "POST",
      body: fieldsOf(whole, question),
      headers: { Accept: "application/json" },
      keepalive: true,
    });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error("no answer");
    /** @type {Reply} */
    const reply = await answer.json();
    showPut(whole, reply.put);
    tell(whole, question, reply);
  } catch {
    say(question, whole.dataset.failed ?? "");
  }
}

/**
 * Marks what was changed and is not saved, so that the server does not take it for untouched.
 * @param {HTMLFormElement} whole
 */
function markTouched(whole) {
  for (const question of touched) {
    const mark = document.createElement("input");
    mark.type = "hidden";
    mark.name = `touched-${question.dataset.question}`;
    mark.value = "1";
    whole.append(mark);
  }
}

if (form instanceof HTMLFormElement) {
  form.addEventListener("change", (event) => {
    const question = questionOf(event.target);
    if (!question) return;
    touched.add(question);
    turn = turn.then(() => save(form, question));
  });
  form.addEventListener("submit", () => markTouched(form));
}

for (const button of document.querySelectorAll("button[data-print]")) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => print());
}

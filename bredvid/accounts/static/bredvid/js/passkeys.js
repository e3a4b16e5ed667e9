// @ts-check
/**
 * Passkeys and keys: asks the browser to make one or use one, and posts what it answers as an ordinary form.
 *
 * A new key is asked for the prf extension, so that it can later open keys of our own in the browser. What prf gives
 * is a secret that never leaves the browser: it is cut away before anything is posted.
 */

/** @param {HTMLFormElement} form */
async function options(form) {
  if (form.dataset.passkey === "login") {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("no question from the server");
    return (await answer.json()).request_options.publicKey;
  }
  const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("passkey-data")).textContent || "{}");
  return (data.creation_options || data.request_options).publicKey;
}

/** @param {HTMLFormElement} form */
async function credential(form) {
  const asked = await options(form);
  if (form.dataset.passkey !== "create") {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
  }
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const alone = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("passwordless"))?.checked ?? false;
  publicKey.extensions = { ...publicKey.extensions, prf: {} };
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone ? { userVerification: /** @type {const} */ ("required") } : {}),
  };
  return navigator.credentials.create({ publicKey });
}

/**
 * What may be posted of a credential.
 * @param {PublicKeyCredential} made
 */
export function postable(made) {
  const plain = made.toJSON();
  const results = { ...plain.clientExtensionResults };
  if (results.prf) results.prf = results.prf.enabled === undefined ? {} : { enabled: results.prf.enabled };
  return { ...plain, clientExtensionResults: results };
}

/**
 * @param {HTMLFormElement} form
 * @param {SubmitEvent} event
 */
async function submit(form, event) {
  event.preventDefault();
  const failed = /** @type {HTMLElement | null} */ (form.querySelector("[data-failed]"));
  if (failed) failed.hidden = true;
  try {
    const made = /** @type {PublicKeyCredential} */ (await credential(form));
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("credential"));
    field.value = JSON.stringify(postable(made));
    form.submit();
  } catch {
    if (failed) failed.hidden = false;
  }
}

const known = typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]"))) {
  if (known) {
    form.hidden = false;
    form.addEventListener("submit", (event) => void submit(form, event));
  } else {
    const words = /** @type {HTMLElement | null} */ (form.querySelector("[data-no-passkeys]"));
    if (words) words.hidden = false;
  }
}

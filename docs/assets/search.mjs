// @ts-check
// The worker of the search. Material's own would get the texts of all pages with every page that is
// opened; this one fetches it and them once a reader searches, and hands over to it.

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // Material's messages
const TEXTS = new URL("../search/pages.json", location.href).href;
const WORKER = new URL(location.hash.slice(1), location.href).href; // see theme/main.html

/** @typedef {{ type: number, data?: any }} Message */

/** @type {any} What Material's worker is to be set up with; the texts are still missing. */
let setup;
/** @type {Message} What the reader searches for. */
let query;
/** @type {Promise<void> | undefined} */
let loading;
let loaded = false;

/** @param {Message} message */
function tell(message) {
  dispatchEvent(new MessageEvent("message", { data: message }));
}

async function load() {
  const [texts] = await Promise.all([fetch(TEXTS), import(WORKER)]);
  if (!texts.ok) {
    throw new Error(`${texts.status} for ${TEXTS}`);
  }
  tell({ type: SETUP, data: { ...setup, docs: await texts.json() } });
  await new Promise((resolve) => setTimeout(resolve)); // it is set up in steps of this task
  loaded = true;
  tell(query);
}

addEventListener("message", (event) => {
  if (loaded || !event.isTrusted) {
    return; // for Material's worker
  }
  event.stopImmediatePropagation();
  if (event.data.type === SETUP) {
    setup = event.data.data;
    postMessage({ type: READY });
  } else if (event.data.type === QUERY) {
    query = event.data;
    if (String(query.data).trim() === "") {
      postMessage({ type: RESULT, data: { items: [] } });
    } else {
      loading ??= load().catch((error) => {
        loading = undefined; // the next letter tries again
        console.error(error);
      });
    }
  }
});

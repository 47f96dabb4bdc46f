// @ts-check
// Writes the formulas of the page in the notation that the reader has chosen. They were typeset when
// the site was built, and are fetched when they are asked for; ours stay in the page.

/** @typedef {Record<string, string>} Formulas by our TeX, or by our text of a label */
/** @typedef {{ span?: Formulas, div?: Formulas, text?: Formulas }} Notation */
/** @typedef {(text: string, stays: boolean) => void} Say */

const root = document.documentElement;
const select = document.querySelector("select#notation-choice");
const HERE = "here"; // this site's notation
const PARAMETER = "notation"; // of the address
const KEY = "logistic-gradient.notation"; // of the storage, which other sites of the host share

// The formulas that change: not those of the text that compares the notations.
const formulas = [...document.querySelectorAll(".arithmatex[data-tex]")].filter(
  (formula) => !formula.closest(".every-notation"),
);
const labels = [...document.querySelectorAll("svg.figure :is(text, tspan)")].filter(
  (label) => !label.firstElementChild,
);

/** @type {Map<Element, string>} What each formula or label shows in this site's notation. */
const ours = new Map();
/** @type {Map<string, Notation>} The formulas of this page, by the notation. */
const fetched = new Map();

/**
 * @param {HTMLOptionElement} option
 * @returns {Promise<Notation>}
 */
async function formulasIn(option) {
  const { file } = option.dataset;
  const known = fetched.get(option.value);
  if (!file || known) {
    return known ?? {};
  }
  const response = await fetch(file);
  if (!response.ok) {
    throw new Error(`${response.status} for ${file}`);
  }
  const found = /** @type {Notation} */ (await response.json());
  fetched.set(option.value, found);
  return found;
}

/**
 * Shows a formula or a label in the notation that is chosen, or as it was.
 * @param {Element} element
 * @param {"innerHTML" | "textContent"} part
 * @param {string | undefined} theirs
 */
function put(element, part, theirs) {
  if (theirs !== undefined && !ours.has(element)) {
    ours.set(element, element[part] ?? "");
  }
  const shown = theirs ?? ours.get(element);
  if (shown !== undefined) {
    element[part] = shown;
  }
}

/** @param {Notation} theirs */
function write(theirs) {
  for (const formula of formulas) {
    const tex = (formula.getAttribute("data-tex") ?? "").trim().split(/\s+/).join(" ");
    const kind = formula.localName === "div" ? theirs.div : theirs.span;
    put(formula, "innerHTML", kind?.[tex]);
  }
  for (const label of labels) {
    const text = ours.get(label) ?? label.textContent ?? "";
    put(label, "textContent", theirs.text?.[text.trim()]);
  }
}

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string | null} value
 */
function keep(storage, value) {
  try {
    if (value === null) {
      window[storage].removeItem(KEY);
    } else {
      window[storage].setItem(KEY, value);
    }
  } catch {
    // A browser that keeps nothing shows the choice all the same, on this page.
  }
}

/**
 * A line at the foot of the screen, which is read out; it stays where it tells of more than a choice.
 * @returns {Say}
 */
function line() {
  const box = document.createElement("div");
  box.className = "notation-line";
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "md-button";
  close.textContent = "Close";
  close.addEventListener("click", () => box.classList.remove("notation-line--shown"));
  box.append(text, close);
  document.body.append(box);
  return (said, stays) => {
    text.textContent = said;
    box.classList.toggle("notation-line--shown", stays);
  };
}

/**
 * Shows the chosen notation; where that fails, what was there stays, and the choice says so.
 * @param {HTMLSelectElement} list
 * @param {Say} say
 * @param {{ shown: string, because?: string, aloud?: boolean }} how
 */
async function show(list, say, { shown, because = "", aloud = true }) {
  const [option] = list.selectedOptions;
  if (!option) {
    return;
  }
  const name = option.textContent.trim();
  try {
    const theirs = await formulasIn(option);
    if (list.value !== option.value) {
      return; // the reader has chosen again meanwhile
    }
    write(theirs);
    root.dataset.notation = option.value;
    if (aloud) {
      say(`Notation of formulas: ${name}${because}.`, because !== "");
    }
  } catch {
    list.value = shown;
    root.dataset.notation = shown;
    say(`The formulas in the notation ${name} could not be loaded.`, true);
  }
  root.classList.remove("notation-awaited");
}

if (select instanceof HTMLSelectElement) {
  const say = line();
  const asked = new URLSearchParams(location.search).get(PARAMETER);
  select.value = root.dataset.notation ?? HERE;
  if (asked !== null && asked === select.value) {
    keep("sessionStorage", asked);
    show(select, say, { shown: HERE, because: ", as the address asks" });
  } else {
    show(select, say, { shown: HERE, aloud: false });
    if (asked !== null) {
      say("The address asks for a notation that this site does not have.", true);
    }
  }
  select.addEventListener("change", () => {
    keep("localStorage", select.value === HERE ? null : select.value);
    keep("sessionStorage", null);
    const address = new URL(location.href);
    if (address.searchParams.has(PARAMETER)) {
      address.searchParams.set(PARAMETER, select.value);
      history.replaceState(history.state, "", address);
    }
    show(select, say, { shown: root.dataset.notation ?? HERE });
  });
}

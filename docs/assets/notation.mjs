// Writes the formulas of the page in the notation that the reader has chosen. They were typeset when
// the site was built, and are fetched when they are asked for; ours stay in the page.

const root = document.documentElement;
const select = document.querySelector("#notation");
const KEY = "logistic-gradient.notation"; // of the storage, which other sites of the host share

/** The formulas that change: not those of the text that compares the notations. */
const formulas = [...document.querySelectorAll(".arithmatex[data-tex]")].filter(
  (formula) => !formula.closest(".every-notation"),
);
const labels = [...document.querySelectorAll("svg.figure :is(text, tspan)")].filter(
  (label) => !label.firstElementChild,
);
const ours = new Map(); // what each formula or label shows in this site's notation, by its element
const fetched = new Map(); // the formulas of this page, by the notation

async function formulasIn(option) {
  if (!option.dataset.file) {
    return {};
  }
  if (!fetched.has(option.value)) {
    const response = await fetch(option.dataset.file);
    if (!response.ok) {
      throw new Error(`${response.status} for ${option.dataset.file}`);
    }
    fetched.set(option.value, await response.json());
  }
  return fetched.get(option.value);
}

/** Shows a formula or a label in the notation that is chosen, or as it was. */
function put(element, part, theirs) {
  if (!ours.has(element)) {
    if (theirs === undefined) {
      return; // it is ours, and stays so
    }
    ours.set(element, element[part]);
  }
  element[part] = theirs ?? ours.get(element);
}

function write(theirs) {
  for (const formula of formulas) {
    const tex = formula.dataset.tex.trim().split(/\s+/).join(" ");
    put(formula, "innerHTML", theirs[formula.localName]?.[tex]);
  }
  for (const label of labels) {
    put(label, "textContent", theirs.text?.[(ours.get(label) ?? label.textContent).trim()]);
  }
}

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

/** A line at the foot of the screen, which is read out; it stays only where it tells of a link. */
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

async function show(option, say, because = "") {
  const name = option.textContent.trim();
  try {
    const theirs = await formulasIn(option);
    if (select.value !== option.value) {
      return; // the reader has chosen again meanwhile
    }
    write(theirs);
    root.dataset.notation = option.value;
    if (because !== "kept") {
      say(`Notation of formulas: ${name}${because}.`, because !== "");
    }
  } catch {
    const shown = [...select.options].find((each) => each.value === root.dataset.notation);
    select.value = because ? "here" : shown.value;
    root.dataset.notation = select.value;
    say(`The formulas in the notation ${name} could not be loaded.`, true);
  }
  root.classList.remove("notation-awaited");
}

if (select) {
  const say = line();
  const asked = new URLSearchParams(location.search).get("notation");
  select.value = root.dataset.notation ?? "here";
  if (asked === select.value) {
    keep("sessionStorage", asked);
    show(select.selectedOptions[0], say, ", as the address asks");
  } else if (asked !== null) {
    say("The address asks for a notation that this site does not have.", true);
  }
  if (asked !== select.value && select.value !== "here") {
    show(select.selectedOptions[0], say, "kept");
  }
  select.addEventListener("change", () => {
    keep("localStorage", select.value === "here" ? null : select.value);
    keep("sessionStorage", null);
    const address = new URL(location.href);
    if (address.searchParams.has("notation")) {
      address.searchParams.set("notation", select.value);
      history.replaceState(history.state, "", address);
    }
    show(select.selectedOptions[0], say);
  });
}

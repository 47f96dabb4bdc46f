// Writes the formulas of the page in the notation that the reader has chosen. They were typeset when
// the site was built, and are fetched when they are asked for; ours stay in the page.

const root = document.documentElement;
const select = document.querySelector("#notation");
const KEY = "notation";

/** The formulas that change: not those of the table that compares the notations. */
const formulas = [...document.querySelectorAll(".arithmatex[data-tex]")].filter(
  (formula) => !formula.closest(".every-notation"),
);
const ours = new Map(); // what each formula shows in this site's notation, by its element
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

function write(theirs) {
  for (const formula of formulas) {
    const tex = formula.dataset.tex.trim().split(/\s+/).join(" ");
    const html = theirs[formula.localName]?.[tex];
    if (!html && !ours.has(formula)) {
      continue; // it is ours, and stays so
    }
    if (!ours.has(formula)) {
      ours.set(formula, formula.innerHTML);
    }
    formula.innerHTML = html ?? ours.get(formula);
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
      say(`Formulas are now in: ${name}${because}.`, because !== "");
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
  const asked = new URLSearchParams(location.search).get(KEY);
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
    if (address.searchParams.has(KEY)) {
      address.searchParams.set(KEY, select.value);
      history.replaceState(history.state, "", address);
    }
    show(select.selectedOptions[0], say);
  });
}

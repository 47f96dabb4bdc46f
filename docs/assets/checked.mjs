// @ts-check
// Shows what was checked: the full value of a number on pointing at it or tapping it, and, with one
// switch, everything on the page that has a verdict. The list that closes each page needs neither.

const article = document.querySelector("article");
const list = article?.querySelector("[data-proofread=list]");
const NUMBER = "data[data-evidence]";

function tip() {
  const box = document.createElement("div");
  box.className = "checked-tip";
  box.setAttribute("role", "status");
  document.body.append(box);
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {HTMLDataElement} number
 */
function show(box, number) {
  box.textContent = `${number.dataset.evidence}  →  ${number.value}`;
  const place = number.getBoundingClientRect();
  box.classList.add("checked-tip--shown");
  const left = place.left + place.width / 2 - box.offsetWidth / 2;
  const right = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${window.scrollX + Math.max(8, Math.min(left, right))}px`;
  box.style.top = `${window.scrollY + place.bottom + 6}px`;
}

/** @param {Event} event */
function numberAt({ target }) {
  const number = target instanceof Element && target.closest(NUMBER);
  return number instanceof HTMLDataElement ? number : null;
}

/** @param {HTMLElement} text */
function explainNumbers(text) {
  const box = tip();
  const hide = () => box.classList.remove("checked-tip--shown");
  text.addEventListener("pointerover", (event) => {
    const number = event.pointerType === "mouse" && numberAt(event);
    if (number) {
      show(box, number);
    }
  });
  text.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && numberAt(event)) {
      hide();
    }
  });
  document.addEventListener("click", (event) => {
    const number = numberAt(event);
    if (number) {
      show(box, number);
    } else {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
  });
}

/** @param {Element} before */
function addSwitch(before) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button checked-switch";
  button.textContent = "Mark what was checked";
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const on = document.body.classList.toggle("checked-marks");
    button.setAttribute("aria-pressed", String(on));
  });
  before.before(button);
}

if (article && list && article.querySelector("[data-claim], .arithmatex")) {
  explainNumbers(article);
  addSwitch(list);
}

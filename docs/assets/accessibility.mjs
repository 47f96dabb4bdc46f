// @ts-check
// Two things that Material leaves to be mended where scripts run. Without scripts neither is needed:
// there are no copy buttons then, and browsers let the keyboard reach what scrolls.

// A frame that scrolls sideways can be reached by the keyboard, and only for as long as it scrolls.
// Material does this for code, but too early where its lines are put off.
const FRAMES =
  "div.arithmatex, pre code, .md-typeset__scrollwrap, .md-typeset table, .derivation td, .stacked td";
const frames = new ResizeObserver((entries) => reach(entries.map(({ target }) => target)));

/** @param {Element[]} targets */
function reach(targets) {
  // All are measured before the first is changed, or the browser would lay the page out for each.
  const scroll = targets.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  targets.forEach((target, index) => {
    if (!scroll[index]) {
      target.removeAttribute("tabindex");
    } else if (!target.hasAttribute("tabindex")) {
      target.setAttribute("tabindex", "0");
    }
  });
}
addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
  if (target instanceof Element && target.matches("code") && !skipped) {
    reach([target]);
  }
}, true);

// Each copy button comes in a `nav` of its own: a page full of landmarks without a name.
/** @param {Element} root */
function settle(root) {
  for (const nav of root.querySelectorAll(".md-code__nav")) {
    nav.setAttribute("role", "none");
  }
  for (const frame of root.querySelectorAll(FRAMES)) {
    frames.observe(frame);
  }
}

const article = document.querySelector("article");
if (article) {
  settle(article);
  new MutationObserver(() => settle(article)).observe(article, { childList: true, subtree: true });
}

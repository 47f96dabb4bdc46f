// @ts-check
// Two things that Material leaves to be mended where scripts run. Without scripts neither is needed:
// there are no copy buttons then, and browsers let the keyboard reach what scrolls.

// A frame that scrolls sideways can be reached by the keyboard, and only for as long as it scrolls.
const FRAMES =
  "div.arithmatex, .md-typeset__scrollwrap, .md-typeset table, .derivation td, .stacked td";
const frames = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (!(target instanceof HTMLElement)) {
      continue;
    }
    if (target.scrollWidth > target.clientWidth) {
      target.tabIndex = 0;
    } else {
      target.removeAttribute("tabindex");
    }
  }
});

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

// @ts-check
/**
 * Starts the widgets of a page, each when it comes near the screen. A place names its widget,
 * `<div class="widget" data-widget="...">`; what stands in it is hidden on the screen for as long as
 * the widget runs, and is what is printed, and what is seen where the widget cannot start.
 *
 * @module
 */

/** @typedef {{ mount: (root: HTMLElement) => void }} Widget */

/** @type {Set<Element>} */
const waiting = new Set(document.querySelectorAll("[data-widget]"));

/**
 * Starts the widgets that come near the screen, or as near as the options say.
 * @param {IntersectionObserverInit} options
 */
function watch(options) {
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && target instanceof HTMLElement && waiting.delete(target)) {
        void start(target);
      }
    }
  }, options);
  for (const place of waiting) {
    near.observe(place);
  }
}

/**
 * Loads the style sheet of a widget; its page has only what all of them share.
 * @param {string} name
 */
function style(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = import.meta.url.replace("kit/mount.mjs", `${name}.css`);
  document.head.append(link);
  return new Promise((settle) => {
    link.addEventListener("load", settle);
    link.addEventListener("error", settle); // a widget without its style is better than none
  });
}

/** @param {HTMLElement} place */
async function start(place) {
  const root = document.createElement("div");
  root.className = "widget-live";
  try {
    const name = place.dataset["widget"] ?? "";
    const styled = style(name);
    /** @type {Widget} */
    const widget = await import(`../${name}.mjs`);
    await styled;
    place.append(root);
    place.classList.add("widget--live");
    widget.mount(root);
  } catch (error) {
    root.remove();
    place.classList.remove("widget--live");
    console.error(error);
  }
}

// The first view loads what it shows; once the reader moves, half a screen ahead is loaded, too.
watch({});
addEventListener("scroll", () => watch({ rootMargin: "50% 0px" }), { once: true, passive: true });

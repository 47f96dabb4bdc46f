// @ts-check
/**
 * Elements with their attributes and children in one call.
 *
 * @module
 */

/** @typedef {Record<string, string | number | boolean>} Attributes */

let made = 0;

/**
 * A new HTML element. A false attribute is left out, a true one stands without a value.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * A new SVG element.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * Give an element these attributes, and take those away that are false.
 * @param {Element} element
 * @param {Attributes} attributes
 */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/**
 * An id that no other element of the page has.
 * @param {string} stem
 * @returns {string}
 */
export function freshId(stem) {
  made += 1;
  return `widget-${stem}-${made}`;
}

/**
 * Call back with the width of an element, now and whenever it changes.
 * @param {Element} element
 * @param {(width: number) => void} changed
 */
export function observeWidth(element, changed) {
  let known = -1;
  new ResizeObserver(() => {
    if (element.clientWidth !== known && element.clientWidth > 0) {
      known = element.clientWidth;
      changed(known);
    }
  }).observe(element);
}

// @ts-check
/**
 * The state of a widget in the page's address, so that it can be linked to: `?step.y=1&step.b=0.5`.
 * What differs from the initial state is written; what cannot be read is reported and left out.
 *
 * @module
 */

import { typed } from "./format.mjs";
import { parseNumber } from "./parse.mjs";

/** @import { Range } from "./parse.mjs" */

/**
 * One value of the state, and how it stands in the address.
 * @template T
 * @typedef {object} Entry
 * @property {T} initial
 * @property {(text: string) => { value: T } | { problem: string }} parse
 * @property {(value: T) => string} write
 */

/**
 * @template {Record<string, Entry<any>>} E
 * @typedef {{ [Name in keyof E]: E[Name] extends Entry<infer T> ? T : never }} State
 */

const PAUSE = 400; // milliseconds: browsers refuse to change the address too often

/**
 * A number within a range.
 * @param {number} initial
 * @param {Range} [range]
 * @returns {Entry<number>}
 */
export function numeric(initial, range = {}) {
  return {
    initial,
    parse: (text) => parseNumber(text, range),
    write: (value) => typed(value).replaceAll("\u2212", "-"),
  };
}

/**
 * One of several words.
 * @template {string} Name
 * @param {Name} initial
 * @param {readonly Name[]} names
 * @returns {Entry<Name>}
 */
export function oneOf(initial, names) {
  return {
    initial,
    parse(text) {
      const value = names.find((name) => name === text);
      return value === undefined ? { problem: `It must be ${names.join(" or ")}.` } : { value };
    },
    write: (value) => value,
  };
}

/**
 * The state that an address holds, with initial values for the rest, and what could not be read.
 * @template {Record<string, Entry<any>>} E
 * @param {string} prefix the widget's own, before the dot
 * @param {E} entries
 * @param {string} [query] the address from the question mark on
 * @returns {{ state: State<E>, problems: string[] }}
 */
export function readAddress(prefix, entries, query = location.search) {
  const given = new URLSearchParams(query);
  /** @type {Record<string, unknown>} */
  const state = {};
  const problems = [];
  for (const [name, entry] of Object.entries(entries)) {
    const texts = given.getAll(`${prefix}.${name}`);
    const parsed = texts.length === 1 ? entry.parse(texts[0] ?? "") : { value: entry.initial };
    state[name] = "value" in parsed ? parsed.value : entry.initial;
    if (texts.length > 1) {
      problems.push(`${prefix}.${name} stands more than once in the address.`);
    } else if ("problem" in parsed) {
      problems.push(`${prefix}.${name} in the address: ${parsed.problem}`);
    }
  }
  const own = new Set([...given.keys()].filter((key) => key.startsWith(`${prefix}.`)));
  for (const key of own) {
    if (!Object.hasOwn(entries, key.slice(prefix.length + 1))) {
      problems.push(`${key} in the address: nothing here has that name.`);
    }
  }
  return { state: /** @type {State<E>} */ (state), problems };
}

/**
 * The query of an address with this state in it; what belongs to others stays.
 * @template {Record<string, Entry<any>>} E
 * @param {string} prefix
 * @param {E} entries
 * @param {State<E>} state
 * @param {string} [query]
 * @returns {string} empty, or from the question mark on
 */
export function queryWith(prefix, entries, state, query = location.search) {
  const given = new URLSearchParams(query);
  for (const [name, entry] of Object.entries(entries)) {
    const key = `${prefix}.${name}`;
    if (Object.is(state[name], entry.initial)) {
      given.delete(key);
    } else {
      given.set(key, entry.write(state[name]));
    }
  }
  const text = given.toString();
  return text && `?${text}`;
}

/**
 * A function that notes the newest state in the address, now and then.
 * @template {Record<string, Entry<any>>} E
 * @param {string} prefix
 * @param {E} entries
 * @returns {(state: State<E>) => void}
 */
export function addressWriter(prefix, entries) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {State<E>} */
  let newest;
  return (state) => {
    newest = state;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      const query = queryWith(prefix, entries, newest);
      history.replaceState(history.state, "", location.pathname + query + location.hash);
    }, PAUSE);
  };
}

// @ts-check
/**
 * Numbers for the eye: rounded, with a true minus sign. Nothing is computed from what is shown.
 *
 * @module
 */

const MINUS = "\u2212";
const SPACE = "\u00a0"; // no line ends in it
const RAISED = [0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079];
const RAISED_MINUS = "\u207b";
const SMALLEST_PLAIN = -5; // exponents of ten that are written out
const LARGEST_PLAIN = 7;
const DECIMAL_DIGITS = 15; // a decimal fraction of so many digits survives being a double
const WHOLE = 1e15; // from here on no decimals are left
const LONGEST = 1e21; // from here on toFixed writes a power of ten
const FIRST_INDEX = 0x2080;

/** Signs beside numbers and in the boxes of a graph. */
export const SIGN = { times: "×", plus: "+", equal: "=", close: "≈" };

/**
 * A number with so many significant digits, or all of its digits where it has no more.
 * Very small and very large ones are written with a power of ten.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function formatNumber(value, digits = 4) {
  if (Number.isNaN(value)) {
    return "undefined";
  }
  const sign = value < 0 ? MINUS : "";
  const size = Math.abs(value);
  if (size === Infinity) {
    return `${sign}∞`;
  }
  const exact = !isRounded(value, digits);
  const [mantissa = "", power = ""] = size.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exact ? size === 0 || isPlain(exponent) : isPlain(exponent) && exponent < digits) {
    const places = Math.max(digits - 1 - exponent, 0);
    return sign + (exact ? trimmed(size.toFixed(places)) : size.toFixed(places));
  }
  return `${sign}${exact ? trimmed(mantissa) : mantissa}${SPACE}·${SPACE}10${raised(exponent)}`;
}

/**
 * Whether so many digits are fewer than the number has.
 * @param {number} value
 * @param {number} [digits]
 * @returns {boolean}
 */
export function isRounded(value, digits = 4) {
  return Number.isFinite(value) && Number(value.toPrecision(digits)) !== value;
}

/**
 * The number behind its relation: "= 0.25" where it is exact, "≈ 0.3318" where it is rounded.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function related(value, digits = 4) {
  return `${isRounded(value, digits) ? "≈" : "="}${SPACE}${formatNumber(value, digits)}`;
}

/**
 * A number as it stands in a field or in an address: every digit that tells it from its neighbours,
 * or at most so many. Reading it gives the number again, if all of its digits are there.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function typed(value, digits = 17) {
  const shortest = digits < 17 ? Number(value.toPrecision(digits)) : value;
  return String(shortest).replace("+", "").replaceAll("-", MINUS);
}

/**
 * A number rounded to so many decimals, halves away from zero. The rounding is that of the decimal
 * fraction on paper, not of the double next to it: 0.135 becomes 0.14.
 * @param {number} value
 * @param {number} decimals
 * @returns {number}
 */
export function rounded(value, decimals) {
  const size = Math.abs(value);
  if (!(size < WHOLE)) {
    return value;
  }
  const [mantissa = "", power = ""] = size.toExponential(DECIMAL_DIGITS - 1).split("e");
  const units = Math.round(Number(`${mantissa}e${Number(power) + decimals}`));
  return (value < 0 ? -1 : 1) * Number(`${units}e${-decimals}`) + 0; // minus zero becomes zero
}

/**
 * A number with so many decimals, for the eye.
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function formatDecimals(value, decimals) {
  const close = rounded(value, decimals);
  return Math.abs(close) < LONGEST
    ? close.toFixed(decimals).replace("-", MINUS)
    : formatNumber(close);
}

/**
 * A letter with its index below: w and 1 make w₁.
 * @param {string} letter
 * @param {number} index of one digit
 * @returns {string}
 */
export function indexed(letter, index) {
  return letter + String.fromCodePoint(FIRST_INDEX + index);
}

/**
 * The derivative of one quantity in another, in one line that does not break.
 * @param {string} of
 * @param {string} by
 * @returns {string}
 */
export function derivative(of, by) {
  return `∂${of}/\u2060∂${by}`;
}

/** @param {number} exponent */
function isPlain(exponent) {
  return exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN;
}

/** @param {string} text */
function trimmed(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** @param {number} exponent */
function raised(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) =>
    String.fromCodePoint(RAISED[Number(digit)] ?? 0),
  );
  return (exponent < 0 ? RAISED_MINUS : "") + digits.join("");
}

// @ts-check
/**
 * The mathematics of logistic regression for the widgets: the formulas of the package, by the same
 * names in camelCase. Touches no page, so that it runs anywhere.
 *
 * @module
 */

export * from "./logistic/data-set.mjs";
export {
  binaryCrossEntropy,
  logit,
  lossFromScore,
  residual,
  sigmoid,
  sigmoidDerivative,
  softplus,
} from "./logistic/elementwise.mjs";
export { solve } from "./logistic/linear.mjs";
export { forwardAndBackward, trainingStep } from "./logistic/step.mjs";
export { mean, sum } from "./logistic/sums.mjs";

/** @typedef {import("./logistic/elementwise.mjs").Label} Label */
/** @typedef {import("./logistic/step.mjs").TrainingStep} TrainingStep */

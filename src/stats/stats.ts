// `customary/stats`: every pure function of this folder under one name, for whoever uses them without the rest. It is the one
// file here that only passes on, because a package's export needs one door; inside the house files are imported by name.
export * from './agreement.core.ts';
export * from './allocation.core.ts';
export * from './beta-binomial.core.ts';
export * from './betting.core.ts';
export * from './bootstrap.ts';
export * from './control-chart.core.ts';
export * from './corrected-rate.core.ts';
export * from './cusum.core.ts';
export * from './detection.core.ts';
export * from './funnel.core.ts';
export * from './krippendorff.core.ts';
export * from './multiple.core.ts';
export * from './prediction-powered.core.ts';
export * from './rate.core.ts';
export * from './run-length.ts';
export * from './shrink.core.ts';
export * from './special.core.ts';
export type * from './mixed-data.ts';
export { fitMixedLogistic } from './mixed-logistic.ts';
export { shapley, shapleyWeights } from './shapley.core.ts';

// The signatures of a judge's file, checked by the same code as in a browser.
export { wrongSignatures } from '../binder/web/signature.ts';

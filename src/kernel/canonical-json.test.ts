import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('is one text for one content, whatever order it was written in', () => {
  expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: true, e: undefined })).toBe(
    '{"a":true,"b":[1,{"c":null,"d":"é"}]}',
  );
  // The example of RFC 8785, section 3.2.2.
  expect(canonicalJson({ numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27], literals: [null, true, false] })).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  );
});

it('reads back as what was written, and the same again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

it('has no form for what JSON cannot hold', () => {
  expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
  expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError);
});

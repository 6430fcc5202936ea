import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, inert, inertLine, scriptJson } from './inert.view.ts';

describe('words of a contact', () => {
  it('cannot move a cursor, ring a bell or turn the reading direction', () => {
    expect(inert('\u001b[2Jgone\u0007 \u202Eevil\u200b')).toBe('\ufffd[2Jgone\ufffd \ufffdevil\ufffd');
  });

  it('keep their length, so that evidence still points at the same letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => inert(text).length === text.length));
  });

  it('keep their tabs and line ends', () => {
    expect(inert('a\tb\nc')).toBe('a\tb\nc');
  });

  it('are one line of at most the asked length in a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        const line = inertLine(text, most);
        // oxlint-disable-next-line no-control-regex
        return Array.from(line).length <= most && !/[\u0000-\u001f\u007f-\u009f]/.test(line);
      }),
    );
  });

  it('cannot open an element or leave a quoted attribute', () => {
    expect(escapeHtml(`<img src=x onerror="alert('1')">&`)).toBe(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;',
    );
  });

  it('cannot end a script element, and read back as they were', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = scriptJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        return !/[<>&\u2028\u2029]/.test(text);
      }),
    );
    expect(scriptJson('</script><!--')).not.toContain('<');
  });
});

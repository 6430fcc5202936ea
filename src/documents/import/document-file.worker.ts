// The process in which one Word or PDF file is read: told its kind and its bytes, it tells the text, or why there is none, and ends.
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

process.once('message', (asked: { readonly kind: 'docx' | 'pdf'; readonly bytes: Uint8Array }) => {
  const read = asked.kind === 'docx' ? readDocx(asked.bytes) : readPdf(new Uint8Array(asked.bytes));
  read.then(
    (text) => process.send?.({ text }),
    () => process.send?.({ text: null }),
  );
});

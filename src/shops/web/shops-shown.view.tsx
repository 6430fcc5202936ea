// The first shops as they would be kept, and what could not be read, row by row.
import { IconCheck, IconX } from '@tabler/icons-react';
import kit from '../../web/kit/looked-into.module.css';
import { NotRead } from '../../web/kit/looked-into.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import type { ShopsPreview } from '../shops.shape.ts';
import css from './shops.module.css';

export function ShopsShown({ preview }: { readonly preview: ShopsPreview }) {
  const { shops, counts, rejects, missing, sitesMeant } = preview;
  if (missing !== null) return null;
  return (
    <section className={kit.card} aria-labelledby="shops">
      <h2 id="shops">As they would be kept</h2>
      <p>
        {[
          countOf(counts.shops, 'shop'),
          counts.sitesUnknown > 0
            ? `${countOf(counts.sitesUnknown, 'of them names a site', 'of them name sites')} that the record doesn’t have`
            : '',
          counts.rejects > 0 ? `${countOf(counts.rejects, 'cell or row', 'cells and rows')} that can’t be read` : '',
        ]
          .filter((one) => one !== '')
          .join(', ')}
        .
      </p>
      {sitesMeant.map(({ rows, meant }) => (
        <p key={meant}>
          {rows.length === 1 ? 'Row' : 'Rows'} {rows.slice(0, 8).join(', ')}
          {rows.length > 8 ? ' …' : ''}: no site on record is called this; did you mean {meant}? Correct the cells in
          the file, and choose it again.
        </p>
      ))}
      <ul className={css.shops}>
        {shops.map((shop) => (
          <li key={shop.row}>
            <h3>
              {shop.site}
              {shop.siteKnown ? '' : ' (not on record)'}, {day(shop.day)}
            </h3>
            <ul className={css.marks}>
              {shop.marks.map((mark) => (
                <li key={mark.standard}>
                  {mark.verdict === 'met' ? (
                    <IconCheck size={18} aria-hidden className={css.met} />
                  ) : (
                    <IconX size={18} aria-hidden className={css.missed} />
                  )}
                  <span>
                    {mark.title}: {mark.verdict === 'met' ? 'met' : 'missed'}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <NotRead says={`What can’t be read (${counts.rejects})`} rejects={rejects} />
    </section>
  );
}

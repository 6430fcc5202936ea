// What the made-up report advises: patterns, records missing, what to bring, what to ask.
import type { ReportSummary } from '../src/diagnosis/report.shape.ts';

/** Every sentence goes through `say`, so that a test can make it hostile. */
export function advice(
  say: (text: string) => string,
): Pick<ReportSummary, 'patterns' | 'gaps' | 'bringFirst' | 'questions'> {
  return {
    patterns: [
      {
        id: 'p1',
        standard: 'enquiry.need-before-price',
        site: null,
        cause: 'procedure',
        detail: 'missing',
        failures: 38,
        expected: 24.6,
        standing: 'strong',
        sentence: say('Nothing written says to ask about the need before a price is given.'),
        fix: say('Write the enquiry procedure: two questions about the need, then the price.'),
        example: 'm0',
        readFrom: [{ kind: 'procedure', id: 'new-enquiry', version: '3', part: 'step-2' }],
      },
      {
        id: 'p2',
        standard: 'access.offers-a-way',
        site: 'tucson',
        cause: 'policy',
        detail: 'demands',
        failures: 17,
        expected: 12.1,
        standing: 'probable',
        sentence: say('The access-hours clause leaves no way to help somebody who works nights.'),
        fix: say('Let the site manager grant after-hours access for one night, and say so in clause 4.'),
        example: 'm4',
        readFrom: [{ kind: 'policy', id: 'access-hours', version: '2', part: 'clause-4' }],
      },
      {
        id: 'p3',
        standard: 'atrocity.hold-without-asking',
        site: 'yonkers',
        cause: 'management',
        detail: 'load',
        failures: 13,
        expected: 7.4,
        standing: 'possible',
        sentence: say('Callers are parked whenever one person is alone at the desk.'),
        fix: say('Put a second person on the desk from 11 to 2, or send the second line to Columbus.'),
        example: 'm9',
        readFrom: [{ kind: 'shift', id: 's-114' }],
      },
    ],
    gaps: [
      { area: 'management', rung: 7, failures: 88, sentence: say('No feedback is recorded for anybody in Columbus.') },
      { area: 'procedure', rung: 2, failures: 41, sentence: 'No duty names who answers a price objection.' },
      { area: 'training', rung: 8, failures: 23, sentence: 'Certificates stop in June.' },
    ],
    bringFirst: [
      'The procedures in force',
      'Who was certified for what, and when',
      'The policies, clause by clause',
      'Observations and coaching',
      'Shifts',
    ].map((record, at) => ({ record, why: say('it answers questions 1 and 5'), settles: 120 - at * 17 })),
    questions: [
      { id: 'q1', rung: 1, asks: say('Is there anything in writing on how to answer a price objection?'), settles: 38 },
      { id: 'q2', rung: 8, asks: 'Who was shown how to take an enquiry before August 2026?', settles: 31 },
      { id: 'q3', rung: 4, asks: 'May a rep open the gate after hours without asking?', settles: 17 },
    ],
  };
}

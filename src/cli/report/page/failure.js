// One failure: the contact with the quote lit, and the ladder of twelve questions beside it.
import { barStrip, causeLabel, causes, clock, data, make, placeOf } from './dom.js';
const whoSpeaks = { rep: 'Rep', customer: data.words.customer, other: 'Other' };

/** The whole view of a failure, for the right-hand side. */
export function failureView(failure, steps) {
  const contact = data.contacts[failure.contact];
  const standard = data.standards[failure.standard];
  const heading = make('h3', '', standard.head);
  heading.tabIndex = -1;
  const chips = make(
    'div',
    'chips',
    ...failure.leading.map(causeLabel),
    ...placeOf(contact).map((text) => make('span', '', text)),
  );
  const header = make('header', '', steps, heading);
  if (standard.says !== standard.short) header.append(make('p', 'soft small', standard.says));
  header.append(chips);
  if (standard.instead) header.append(make('p', '', make('strong', '', 'Better: '), standard.instead));
  const sure =
    failure.marker === 'reviewer'
      ? 'Marked by a reviewer.'
      : `Marked by machine, not yet checked (${Math.round(failure.confidence * 100)} % sure).`;
  header.append(
    make(
      'p',
      'soft small',
      `${sure} In the terminal: ./customary explain ${failure.mark}. From ${contact.source.file}.`,
    ),
  );
  return make('div', '', header, make('div', 'halves', talkView(failure, contact), ladderView(failure)));
}

function talkView(failure, contact) {
  const said = failure.evidence.some((piece) => piece.to > piece.from);
  const view = make('div', '', make('h4', 'unseen', 'The contact'));
  if (!said && failure.searched) {
    const { fromTurn, toTurn } = failure.searched;
    view.append(make('p', 'never', `Looked for in turns ${fromTurn + 1} to ${toTurn + 1}: it was never said.`));
  }
  const list = make('ol', 'talk');
  list.setAttribute('role', 'list');
  for (const turn of contact.turns)
    list.append(
      turn.cut ? make('li', '', make('span', 'cut', `… ${turn.cut} turns left out …`)) : turnView(turn, failure),
    );
  view.append(list);
  if (contact.answers.length > 0) {
    const form = make('dl', 'small');
    for (const answer of contact.answers)
      form.append(make('dt', 'soft', answer.question), make('dd', '', answer.answer));
    view.append(form);
  }
  return view;
}

function turnView(turn, failure) {
  const who = make('span', 'who', whoSpeaks[turn.speaker]);
  if (turn.start !== undefined) who.append(make('time', '', clock(turn.start)));
  const text = make(
    'span',
    'text',
    ...lit(
      turn.text,
      failure.evidence.filter((piece) => piece.turn === turn.at),
    ),
  );
  text.dir = 'auto';
  return make('li', turn.speaker, who, text);
}

/** The text with every piece of evidence in a mark element; pieces that overlap are lit once. */
function lit(text, pieces) {
  const parts = [];
  let done = 0;
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const from = Math.max(done, piece.from);
    const to = Math.min(text.length, piece.to);
    if (to <= from) continue;
    parts.push(text.slice(done, from), make('mark', '', text.slice(from, to)));
    done = to;
  }
  return [...parts, text.slice(done)].filter((part) => part !== '');
}

function ladderView(failure) {
  const view = make('div', '');
  if (failure.rungs.length === 0) return view;
  view.append(make('h4', '', 'Why: twelve questions'));
  const list = make('ol', 'ladder');
  list.setAttribute('role', 'list');
  for (const rung of failure.rungs) list.append(rungView(rung));
  view.append(list);
  // Where no question got an answer, the odds are only what everything starts from.
  if (failure.odds && failure.rungs.some((rung) => rung.answer !== 'no-record')) {
    const odds = make('ul', 'odds');
    for (const cause of [...causes].sort((a, b) => failure.odds[b] - failure.odds[a])) {
      const line = make(
        'li',
        `is-${cause}`,
        causeLabel(cause),
        barStrip(failure.odds[cause]),
        make('span', 'number', `${Math.round(failure.odds[cause] * 100)} %`),
      );
      odds.append(line);
    }
    view.append(make('h4', '', 'Odds'), odds);
  }
  if (failure.standing) view.append(make('p', 'soft small', `Standing: ${data.standing[failure.standing]}.`));
  return view;
}

function rungView(rung) {
  const answered = { yes: 'Yes.', no: 'No.', 'no-record': 'No record.' }[rung.answer];
  const state = { yes: 'yes', no: 'no', 'no-record': 'gap' }[rung.answer];
  const step = make('span', 'step', make('span', '', String(rung.rung)));
  step.setAttribute('aria-hidden', 'true');
  const item = make('li', rung.pointsTo ? `${state} is-${rung.pointsTo}` : state, step);
  item.append(
    make('span', 'asks', make('span', 'unseen', `Question ${rung.rung} of 12: `), data.ladder[rung.rung] ?? ''),
  );
  item.append(make('span', 'answer', make('strong', '', `${answered} `), rung.sentence));
  const read = rung.readFrom.map((from) =>
    [from.kind, from.id, from.version && `version ${from.version}`, from.part].filter(Boolean).join(' '),
  );
  if (rung.fromWords) read.unshift('from the words alone, so possible at most');
  if (read.length > 0) item.append(make('span', 'read', `Read from: ${read.join('; ')}`));
  if (rung.pointsTo) item.append(causeLabel(rung.pointsTo));
  return item;
}

// How much is enough, answered for an organisation: its own rates and flow wherever nothing else is told.
import {
  designEffectOf,
  marksForRate,
  marksForReliability,
  marksToTellApart,
  reliability,
  reviewsForRate,
} from '../stats/plan-sample.core.ts';
import type { OwnRates } from './own-rates.core.ts';
import {
  level,
  power,
  rateOf,
  rateSaid,
  usual,
  type PlanAnswer,
  type PlanAsk,
  type PlanTold,
} from './plan-answer.core.ts';
import { forFix } from './plan-fix-answer.core.ts';
import { flowSaid, many, percent, points, soon, step } from './plan-words.core.ts';

/** The answer to one question. @param own null where nothing was named or marked */
export function planAnswer(ask: PlanAsk, told: PlanTold, own: OwnRates | null): PlanAnswer {
  if (ask === 'standard') return forStandard(told, own);
  if (ask === 'person') return forPerson(told, own);
  if (ask === 'sites') return forSites(told, own);
  if (ask === 'reviews') return forReviews(told, own);
  return forFix(told, own);
}

function forStandard(told: PlanTold, own: OwnRates | null): PlanAnswer {
  const at = own?.sites.find((site) => site.site === told.site) ?? (told.site === undefined ? own : null);
  const rate = told.rate ?? rateOf(at) ?? rateOf(own) ?? usual.rate;
  const within = told.within ?? usual.within;
  const icc = told.icc ?? own?.icc ?? 0;
  const each = own && own.people > 0 ? own.marked / own.people : 1;
  const perDay = told.perDay ?? at?.perDay ?? 0;
  const plain = marksForRate(rate, within, level);
  const alike = marksForRate(rate, within, level, designEffectOf(Math.min(each, plain ?? 1), icc));
  const have = at?.marked ?? 0;
  const named = own?.sites.find((site) => site.site === told.site)?.name ?? told.site;
  const place = named === undefined ? '' : ` at ${named}`;
  return {
    ask: 'standard',
    steps: [
      step(`the rate${place} known to ±${points(within)}`, plain, perDay),
      ...(icc > 0 ? [step('the same for people to come, since marks of one person are alike', alike, perDay)] : []),
    ],
    says: [
      plain === null
        ? `No number of contacts within reach tells a rate of ${percent(rate)} to ±${points(within)}.`
        : `${many(plain, 'contact')} (or as many mystery shops) tell a rate near ${percent(rate)}${place} to within ${points(within)} either way, 19 times in 20${soon(plain - have, perDay)}.`,
      ...(have > 0 ? [`There are ${many(have, 'contact')} already.`] : []),
    ],
    assumed: [rateSaid(told.rate, rateOf(at) ?? rateOf(own), rate, own), flowSaid(told.perDay, perDay)],
  };
}

function forPerson(told: PlanTold, own: OwnRates | null): PlanAnswer {
  const icc = told.icc ?? own?.icc ?? usual.icc;
  const aim = told.aim ?? usual.aim;
  const n = marksForReliability(icc, aim);
  const each = own && own.people > 0 ? own.perDay / own.people : 0;
  const perDay = told.perDay ?? each;
  const month = Math.round(perDay * 30);
  const from =
    told.icc !== undefined
      ? 'as told'
      : own?.icc != null
        ? `fitted to ${many(own.people, 'person', 'people')}`
        : `assumed: too few people are marked to fit it`;
  return {
    ask: 'person',
    steps: [step(`a person's rate of which ${percent(aim)} is the person`, n, perDay)],
    says: [
      n === null
        ? 'Here people hardly differ in this: no number of contacts makes a rate of one person mean the person.'
        : `A person needs ${many(n, 'contact')} before ${percent(aim)} of the difference between rates is the person and not luck${soon(n, perDay)}.`,
      ...(icc > 0 ? [`Five contacts a month, a common sample, give ${percent(reliability(5, icc))}.`] : []),
      ...(month > 0 && n !== null
        ? [`All contacts of a month, about ${month} a person, give ${percent(reliability(month, icc))}.`]
        : []),
    ],
    assumed: [
      `Two marks of one person are alike by ${icc.toFixed(3)} (intraclass correlation, ${from}).`,
      flowSaid(told.perDay, perDay),
    ],
  };
}

function forSites(told: PlanTold, own: OwnRates | null): PlanAnswer {
  const [first, second] = (told.sites ?? []).map((name) => own?.sites.find((site) => site.site === name));
  const a = told.rate ?? rateOf(first) ?? rateOf(own) ?? usual.rate;
  const b = told.to ?? rateOf(second) ?? Math.max(0.01, a - 0.1);
  const perDay = told.perDay ?? Math.min(first?.perDay ?? 0, second?.perDay ?? 0);
  const n = marksToTellApart(a, b, level, power);
  return {
    ask: 'sites',
    steps: [step('two sites told apart, contacts at each', n, perDay)],
    says: [
      n === null
        ? 'Two sites of the same rate are never told apart; there is nothing to tell.'
        : `${many(n, 'contact')} at each of two sites tell ${percent(a)} from ${percent(b)} in four of five cases${soon(n, perDay)}.`,
      ...(first && second && n !== null
        ? [
            `There are ${first.marked} and ${second.marked} already${Math.min(first.marked, second.marked) >= n ? ': enough' : ''}.`,
          ]
        : []),
    ],
    assumed: [
      'One pair, chosen beforehand: the best and worst of a long list differ by luck alone.',
      flowSaid(told.perDay, perDay),
    ],
  };
}

function forReviews(told: PlanTold, own: OwnRates | null): PlanAnswer {
  const rate = told.rate ?? rateOf(own) ?? usual.rate;
  const within = told.within ?? usual.within;
  const rho = told.rho ?? own?.rho ?? usual.rho;
  const machineMarks = own && own.byMachine > 0 ? own.byMachine : 5000;
  const plan = { rate, within, level, machineMarks };
  const n = reviewsForRate({ ...plan, rho });
  const alone = reviewsForRate({ ...plan, rho: 0, machineMarks: 1e7 });
  const from =
    told.rho !== undefined
      ? 'as told'
      : own?.rho != null
        ? `seen in ${own.twice} contacts marked twice`
        : 'assumed: too few contacts were marked by both';
  return {
    ask: 'reviews',
    steps: [step('reviews, drawn by chance, beside the machine', n, 0), step('reviews without the machine', alone, 0)],
    says: [
      n === null
        ? `The machine's ${machineMarks} marks are too few for ±${points(within)}, however many are reviewed.`
        : `${many(n, 'review')}, drawn by chance, narrow the machine's rate to ±${points(within)}${alone === null ? '' : `; reviews alone would take ${alone}`}.`,
    ],
    assumed: [
      `The machine's marks go with a reviewer's by ${rho.toFixed(2)} (correlation, ${from}).`,
      `${machineMarks} marks by machine${own && own.byMachine > 0 ? '' : ' (assumed)'}; a rate near ${percent(rate)}.`,
    ],
  };
}

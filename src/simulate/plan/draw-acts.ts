// What is kept and what is missed in one contact: the chance of each act from the causal model, one draw for each, and for
// each failure the exposures without which that same draw had not failed.
import type { Cause } from '../../diagnosis/finding.core.ts';
import { addedBy, type CausalModel, logistic, playerOf } from '../causal-model.ts';
import { Chance } from '../chance.ts';
import { plannedExcuses, type Told } from '../excuses.core.ts';
import { exposureIds, ownEffect, plannedExposures } from '../exposures.core.ts';
import type { PlannedAct, PlannedContact, PlannedKind } from '../planned.core.ts';
import { onlyAfterKept, whereUpset } from '../planned-standards.core.ts';
import type { circumstances, Moment } from './circumstances.core.ts';
import { misreadSpeech } from './plan-staff.ts';
import { RowsInMaking } from './rows-in-making.ts';
import type { World } from './world.core.ts';

/** A contact as far as its acts depend on it. */
export interface Setting {
  readonly number: number;
  readonly kind: PlannedKind;
  readonly channel: PlannedContact['channel'];
  readonly moment: Moment;
  readonly told: Told;
  /** The contact's own effect, in log odds of failing. */
  readonly own: number;
}

export interface ActsPlan {
  readonly world: World;
  readonly model: CausalModel;
  readonly circumstances: ReturnType<typeof circumstances>;
}

export class ActDrawing {
  readonly rows: RowsInMaking;
  readonly #world: World;
  readonly #model: CausalModel;
  readonly #circumstances: ReturnType<typeof circumstances>;
  readonly #comingUp: Chance;
  readonly #acting: Chance;
  readonly #gammas: readonly number[];
  /** Standards that a channel can bring up, by index. */
  readonly #on: ReadonlyMap<string, readonly number[]>;
  // Written anew for each act: there are hundreds of thousands.
  readonly #values = new Float64Array(exposureIds.length);
  readonly #added = new Float64Array(exposureIds.length);
  readonly #excuses = new Float64Array(plannedExcuses.length);

  /**
   * @param chance draws what comes up
   * @param contacts how many contacts there will be
   */
  constructor({ world, model, circumstances: of }: ActsPlan, chance: Chance, contacts: number) {
    this.#world = world;
    this.#model = model;
    this.#circumstances = of;
    this.#comingUp = chance;
    this.#acting = new Chance(world.seed, 'acts');
    const { excuses } = world.scenario;
    this.#gammas = plannedExcuses.map((one) => excuses[one.id as keyof typeof excuses] ?? 0);
    this.rows = new RowsInMaking(this.#gammas, contacts);
    this.#on = new Map(
      (['call', 'chat', 'visit'] as const).map((channel) => [
        channel,
        world.standards.flatMap((one, index) => (one.channels.includes(channel) ? [index] : [])),
      ]),
    );
  }

  /** The acts of the next contact, in the order in which they come up. */
  next(setting: Setting): PlannedAct[] {
    const common = this.#common(setting);
    this.rows.contact(this.#excuses);
    const acts: PlannedAct[] = [];
    for (const index of this.#on.get(setting.channel)!) {
      if (this.#comesUp(index, setting, acts)) acts.push(this.#act(index, setting, common));
    }
    return acts;
  }

  /** What all acts of the contact share, in log odds. */
  #common({ kind, moment: { day, person, site }, own, told }: Setting): number {
    const model = this.#model;
    let excused = 0;
    plannedExcuses.forEach((one, i) => {
      this.#excuses[i] = one.value(told);
      excused += this.#gammas[i]! * this.#excuses[i]!;
    });
    const { calendar, sites } = this.#world;
    const ofPlace = model.intercept + sites[site]!.effect + person.effect + own;
    return ofPlace + model.day[day]! + model.month.get(calendar.month(day))! + model.kind[kind]! + excused;
  }

  /** Some standards can come up only where another was kept; one comes up wherever somebody is upset. */
  #comesUp(index: number, { kind, told }: Setting, acts: readonly PlannedAct[]): boolean {
    const { comesUp, id } = this.#world.standards[index]!;
    // Drawn in any case, so that what came before changes no later draw.
    const drawn = this.#comingUp.is(id === whereUpset && told.mood === 'upset' ? 1 : (comesUp[kind] ?? 0));
    const first = onlyAfterKept[id];
    if (!drawn || first === undefined) return drawn;
    const before = acts.find((act) => act.standard === first);
    return before === undefined ? id !== 'storage.reserved-with-date' : !before.failed;
  }

  #act(index: number, { moment, number }: Setting, common: number): PlannedAct {
    const { day, person, site } = moment;
    const { scenario, standards } = this.#world;
    this.#circumstances(index, moment, this.#values);
    addedBy(this.#model, index, this.#values, this.#added);
    let logit = common + this.#model.standard[index]!;
    for (let i = 0; i < this.#values.length; i++) {
      if (!Number.isNaN(this.#values[i]!)) logit += this.#model.slopes[i]![index]! * this.#values[i]!;
    }
    const chance = logistic(logit);
    const draw = this.#acting.unit();
    const failed = draw < chance;
    const beyond = this.#model.beyondMedian[person.index]!;
    const misread = person.speech === misreadSpeech && index % 2 === 0;
    const marked = failed || (misread && this.#acting.is(scenario.confounding['misread-often']));
    this.rows.act(
      {
        contact: number,
        standard: index,
        site,
        person: person.index,
        day,
        failed: Number(failed),
        marked: Number(marked),
        chance,
        draw,
        beyond,
      },
      this.#values,
      this.#added,
    );
    return {
      standard: standards[index]!.id,
      failed,
      chance,
      draw,
      necessary: failed ? necessaryFor(logit, draw, this.#added, beyond) : [],
    };
  }
}

/** Exposures without which this draw had not failed; the person's own way too, where it stands out. */
function necessaryFor(logit: number, draw: number, added: Float64Array, beyond: number): PlannedAct['necessary'] {
  const found: { exposure: string; cause: Cause }[] = [];
  for (let i = 0; i < added.length; i++) {
    if (added[i]! > 0 && draw >= logistic(logit - added[i]!))
      found.push({ exposure: plannedExposures[i]!.id, cause: playerOf[i] as Cause });
  }
  if (beyond > 0 && draw >= logistic(logit - beyond)) found.push({ exposure: ownEffect, cause: 'personnel' });
  return found;
}

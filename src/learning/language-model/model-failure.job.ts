// Why a language model gave no answer, as whoever set it up is told.
import { Fault } from '../../kernel/fault.ts';
import { ModelFailure } from '../../platform/language-model/ask-model.ts';

/** What is told of it where it may pass by itself or an owner may mend it; what is no failure of a model stays as it is. */
export function faultOf(thrown: unknown): unknown {
  if (!(thrown instanceof ModelFailure)) return thrown;
  switch (thrown.kind) {
    case 'key-refused':
      return new Fault(
        'language-model-key-refused',
        'unready',
        'The server of the language model refuses the key. Enter it again under Settings, Language model; what was answered is kept.',
      );
    case 'refused':
    case 'broken':
      return new Fault(
        'language-model-refused',
        'unready',
        'The server of the language model doesn’t take the question. Look at the address and the name of the model under Settings, Language model; what was answered is kept.',
      );
    case 'private-address':
      return new Fault(
        'language-model-private',
        'unready',
        'The address of the language model is of a private network, which this server may not call. Whoever runs it may allow that: docs/guide/language-model.md.',
      );
    default:
      return new Fault(
        'language-model-unreachable',
        'unavailable',
        'The server of the language model can’t be reached or is too busy. Try again later; what was answered is kept.',
      );
  }
}

/** Nothing is left of the month's tokens. */
export function budgetSpent(): Fault {
  return new Fault(
    'language-model-budget',
    'too-many',
    'This month’s tokens are used up. Wait for the next month, or allow more under Settings, Language model.',
  );
}

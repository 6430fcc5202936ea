// One failure with its contact, as the full report is streamed.
import { z } from 'zod';
import { ShownContactShape, ShownFailureShape } from './shown-failure.shape.ts';

export const FailureLineShape = z.strictObject({ failure: ShownFailureShape, contact: ShownContactShape });

export type FailureLine = z.infer<typeof FailureLineShape>;

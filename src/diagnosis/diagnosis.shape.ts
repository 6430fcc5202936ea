// Finding causes on the wire: progress, a finding told whole, questions and answers.
import { z } from '@hono/zod-openapi';
import { causes } from './finding.core.ts';

export const DiagnosisLineShape = z.object({ findings: z.int().nonnegative() }).openapi('DiagnosisLine');

const cause = z.enum(causes);
const odds = z.number().min(0).max(1);
const turn = z.int().nonnegative();

const ReadFromShape = z.object({
  kind: z.string(),
  id: z.string(),
  version: z.string().optional(),
  part: z.string().optional(),
  evidence: z.object({ turn, from: turn, to: turn, at: z.number().optional() }).optional(),
});

export const ExplanationShape = z
  .object({
    id: z.string(),
    mark: z.string(),
    contact: z.string(),
    standard: z.object({
      id: z.string(),
      kind: z.enum(['standard', 'atrocity']),
      says: z.string(),
      instead: z.string().optional(),
    }),
    channel: z.string(),
    kind: z.string().nullable(),
    day: z.string().nullable(),
    site: z.string().nullable(),
    said: z.array(z.object({ turn, speaker: z.string(), text: z.string() })),
    searched: z.object({ fromTurn: turn, toTurn: turn }).nullable(),
    rungs: z.array(
      z.object({
        rung: z.int().min(1).max(12),
        asks: z.string(),
        answer: z.enum(['yes', 'no', 'no-record']),
        pointsTo: cause.optional(),
        detail: z.string().optional(),
        level: z.enum(['site', 'district', 'owner']).optional(),
        fromWords: z.boolean(),
        readFrom: z.array(ReadFromShape),
        sentence: z.string(),
        factors: z.partialRecord(cause, z.number().positive()),
      }),
    ),
    causes: z.array(z.object({ cause, odds, leads: z.boolean() })),
    standing: z.enum(['possible', 'probable', 'strong', 'confirmed']),
    wouldSettle: z.array(z.object({ id: z.string(), asks: z.string() })),
    text: z.string().describe('All of it, told in plain text.'),
  })
  .openapi('Explanation');

export const QuestionsShape = z
  .array(
    z.object({
      id: z.string(),
      rung: z.int().min(1).max(12),
      asks: z.string(),
      settles: z.int().nonnegative().describe('Failures whose ladder an answer would take further.'),
    }),
  )
  .openapi('Questions');

const saidWords = ['yes', 'no', "don't know"] as const;

export const AnswerShape = z
  .object({
    question: z.string(),
    answer: z.enum(saidWords),
    on: z.iso.date().optional().describe('The day it was answered; today where left out.'),
  })
  .openapi('Answer');

export const KeptAnswerShape = z
  .object({
    question: z.string(),
    on: z.iso.date(),
    answer: z.enum(saidWords).describe('As it was given.'),
    rungAnswer: z
      .enum(['yes', 'no', 'no-record'])
      .describe('What the ladder reads from it: yes where it speaks for the cause that the question asks after.'),
  })
  .openapi('KeptAnswer');

// The speech recognisers whose JSON is known by its own marks, in the order in which they are tried.
import { readCallAnalytics, readPostCallAnalytics, readTranscribe } from './amazon-transcribe.ts';
import {
  readAssemblyAi,
  readAzureSpeech,
  readConversationItems,
  readDeepgram,
  readWhisper,
} from './other-recognisers.ts';
import type { ShapeReader } from './shape-read.ts';

export const vendorShapes: readonly ShapeReader[] = [
  readPostCallAnalytics,
  readCallAnalytics,
  readDeepgram,
  readTranscribe,
  readAzureSpeech,
  readConversationItems,
  readAssemblyAi,
  readWhisper,
];

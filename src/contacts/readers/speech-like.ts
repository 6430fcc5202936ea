// Whether words are somebody speaking to somebody, or a document. Licences, manuals and logs stay far under the rate.

const conversational =
  /\b(?:i|i'm|i'll|i'd|you|you're|your|my|me|we|hi|hello|thanks|thank|okay|ok|yes|yeah|no|please|sorry|bye|help|je|vous|votre|ich|sie|yo|usted)\b|\?/gi;
const markup = /^#{1,6} |^```|<\/?\w+>|^\s*[{};]|\|---/m;

/** True where at least one word in sixteen says I, you, yes, thanks or asks, and nothing is laid out as a document. */
export function isSpeechLike(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (markup.test(sample)) return false;
  const words = sample.trim().split(/\s+/).length;
  return (sample.match(conversational)?.length ?? 0) / words > 1 / 16;
}

// Passkeys on the wire. What browsers make of options and answers is the WebAuthn standard's own JSON.
import { z } from '@hono/zod-openapi';

const standard = z.record(z.string(), z.unknown());
const ticket = z.string().min(1).max(64);
const answer = standard.describe('What the browser answered, as JSON of the WebAuthn standard.');

export const PasskeyAskedShape = z
  .object({ ticket, options: standard.describe('For navigator.credentials, as JSON of the WebAuthn standard.') })
  .openapi('PasskeyAsked');
export const NewPasskeyShape = z
  .object({ ticket, answer, says: z.string().trim().min(1).max(60).describe('What its owner calls it.') })
  .strict()
  .openapi('NewPasskey');
export const PasskeyAnswerShape = z.object({ ticket, answer }).strict().openapi('PasskeyAnswer');
export const PasskeysShape = z
  .object({
    passkeys: z.array(
      z.object({
        id: z.string(),
        says: z.string(),
        madeAt: z.iso.datetime(),
        usedAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .openapi('Passkeys');

export const CodeBegunShape = z
  .object({
    secret: z.string().describe('In base 32, to be typed into an app.'),
    address: z.string().describe('otpauth://, to be shown as a picture.'),
  })
  .openapi('CodeBegun');
export const CodeToldShape = z
  .object({ code: z.string().min(1).max(20) })
  .strict()
  .openapi('CodeTold');
export const RecoveryShape = z
  .object({
    recovery: z.array(z.string()).describe('Each opens once, for when the telephone is lost; told this once.'),
  })
  .openapi('Recovery');
export const NewPasswordShape = z
  .object({
    current: z.string().max(800).optional().describe('The password until now, where there is one.'),
    password: z.string().min(1).max(800),
  })
  .strict()
  .openapi('NewPassword');
export const SignInStandingShape = z
  .object({
    password: z.boolean(),
    code: z.object({ on: z.boolean(), recoveryLeft: z.int() }),
    passkeys: PasskeysShape.shape.passkeys,
  })
  .openapi('SignInStanding');

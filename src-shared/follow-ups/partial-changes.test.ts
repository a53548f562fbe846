import { describe, expect, it } from 'vitest';
import { contactChangeSchema } from '../contacts/contact.ts';
import { planChangeSchema } from '../visits/visits-contract.ts';
import { followUpChangeSchema } from './follow-up.ts';

describe('a change of some fields', () => {
  it.each([
    ['contact', contactChangeSchema],
    ['follow-up', followUpChangeSchema],
    ['visit plan', planChangeSchema],
  ])('leaves the fields of a %s that are not named out of it, so that they are not wiped', (_what, schema) => {
    expect(schema.parse({})).toEqual({});
  });
});

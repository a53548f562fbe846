import { describe, expect, it } from 'vitest';
import { contactProblemPath, createInputOf, emptyContactDraft, emptyNewCustomer } from './new-customer-draft.ts';

const person = { ...emptyContactDraft, name: '王建国', mobile: '13858126630' };
const numberOnly = { ...emptyContactDraft, mobile: '13858126630', wechat: 'wjg' };

describe('createInputOf', () => {
  it('makes a contact of a person with a number', () => {
    const input = createInputOf({ ...emptyNewCustomer('u'), name: '王记', contacts: [person] }, []);
    expect(input.contacts).toHaveLength(1);
    expect(input.customer.phone).toBeNull();
  });

  it('gives a number without a name to the customer itself', () => {
    const input = createInputOf({ ...emptyNewCustomer('u'), name: '王记', contacts: [numberOnly] }, []);
    expect(input.contacts).toEqual([]);
    expect(input.customer).toMatchObject({ phone: '13858126630', wechat: 'wjg' });
  });

  it('leaves out lines that were never filled in', () => {
    const input = createInputOf(
      {
        ...emptyNewCustomer(null),
        name: '王记',
        contacts: [emptyContactDraft, person, { ...emptyContactDraft, name: '  ' }],
      },
      [],
    );
    expect(input.contacts?.map((contact) => contact.name)).toEqual(['王建国']);
  });

  it('asks for the name when only a title was typed', () => {
    const input = createInputOf(
      { ...emptyNewCustomer(null), name: '王记', contacts: [{ ...numberOnly, title: '经理' }] },
      [],
    );
    expect(input.contacts?.map((contact) => contact.name)).toEqual(['']);
  });

  it('plans a visit only when a day was given', () => {
    expect(createInputOf({ ...emptyNewCustomer(null), name: '王记' }, []).nextVisit).toBeNull();
  });
});

describe('contactProblemPath', () => {
  it('counts only the lines that were sent', () => {
    const draft = {
      ...emptyNewCustomer(null),
      contacts: [numberOnly, emptyContactDraft, { ...emptyContactDraft, title: '经理' }],
    };
    expect(contactProblemPath(draft, 0)).toBeNull();
    expect(contactProblemPath(draft, 2)).toBe('contacts.0');
  });
});

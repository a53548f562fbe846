import { describe, expect, it } from 'vitest';
import { typedTime } from './typed-time.ts';

describe('typedTime', () => {
  it.each([
    ['9', '09:00'],
    ['14', '14:00'],
    ['930', '09:30'],
    ['1405', '14:05'],
    ['9:30', '09:30'],
    ['９：３０', '09:30'],
    ['9.30', '09:30'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['9点05分', '09:05'],
    [' 9:30 ', '09:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('reads %s as %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it.each(['24:00', '9:60', '99', '9:3', '12345', '上午', '', '-1', '9:30pm'])('finds no time in %s', (typed) => {
    expect(typedTime(typed)).toBeNull();
  });
});

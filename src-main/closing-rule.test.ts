import { describe, expect, it } from 'vitest';
import { closingAnswers, closingQuestion, closingStep } from './closing-rule.ts';

describe('closingStep', () => {
  it.each([
    ['ask', 'win32', 'ask'],
    ['ask', 'darwin', 'ask'],
    ['ask', 'linux', 'let_go'],
    ['tray', 'win32', 'hide'],
    ['tray', 'linux', 'hide'],
    ['quit', 'win32', 'let_go'],
    ['quit', 'linux', 'let_go'],
  ] as const)('having chosen %s on %s the window is closed: %s', (choice, platform, step) => {
    expect(closingStep({ isQuitting: false, choice, platform })).toBe(step);
  });

  it.each(['ask', 'tray', 'quit'] as const)('never stands in the way of quitting (%s)', (choice) => {
    expect(closingStep({ isQuitting: true, choice, platform: 'win32' })).toBe('let_go');
  });
});

describe('closingQuestion', () => {
  it.each(['zh-CN', 'en'] as const)('has a button for each answer in %s', (language) => {
    expect(closingQuestion[language].buttons).toHaveLength(closingAnswers.length);
  });
});

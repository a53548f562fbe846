import type { Festival } from '../lunar/festivals.ts';

const festivalNamed: Readonly<Record<string, Festival>> = {
  元旦: 'new_year',
  春节: 'spring_festival',
  清明节: 'qingming',
  劳动节: 'labour_day',
  端午节: 'dragon_boat',
  中秋节: 'mid_autumn',
  国庆节: 'national_day',
};

/** The festivals that a statutory holiday is for: 国庆节、中秋节 for two. Null: a name that the user or an old notice gave. */
export function festivalsOfHoliday(name: string): readonly Festival[] | null {
  const festivals = name.split('、').map((part) => festivalNamed[part]);
  return festivals.every((festival) => festival !== undefined) ? festivals : null;
}

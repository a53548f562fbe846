/**
 * New moons by the series of Jean Meeus, Astronomical Algorithms, chapter 49 (with the largest of the planets' shares, good
 * to some twenty seconds), on Beijing's clock. A second way to what lunar-typescript computes, so that one checks the other.
 */
export interface NewMoon {
  /** Day number (calendar-date.ts) of the Beijing day it falls on. */
  readonly day: number;
  /** Since that day's midnight. */
  readonly secondsIntoDay: number;
}

/** Every new moon from 1 January of one year to 31 December of another, in order. */
export function newMoonsInBeijing(fromYear: number, toYear: number): readonly NewMoon[] {
  const moons: NewMoon[] = [];
  const last = Math.ceil((toYear + 1 - 2000) * 12.3685);
  for (let k = Math.floor((fromYear - 2000) * 12.3685); k <= last; k += 1) moons.push(newMoon(k));
  return moons;
}

function newMoon(k: number): NewMoon {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4;
  const sun = radians(2.5534 + 29.1053567 * k - 0.0000014 * t ** 2);
  const moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3);
  const latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3);
  const node = radians(124.7746 - 1.56375588 * k + 0.0020672 * t ** 2);
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e ** 2, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [-0.00007, moon + 2 * sun],
    [0.00004, 2 * moon - 2 * latitude],
    [0.00004, 3 * sun],
    [0.00003, moon + sun - 2 * latitude],
    [0.00003, 2 * moon + 2 * latitude],
    [-0.00003, moon + sun + 2 * latitude],
    [0.00003, moon - sun + 2 * latitude],
    [-0.00002, moon - sun - 2 * latitude],
    [-0.00002, 3 * moon + sun],
    [0.00002, 4 * moon],
    // The largest of the planets' shares.
    [0.000325, radians(299.77 + 0.107408 * k - 0.009173 * t ** 2)],
    [0.000165, radians(251.88 + 0.016321 * k)],
    [0.000164, radians(251.83 + 26.651886 * k)],
    [0.000126, radians(349.42 + 36.412478 * k)],
    [0.00011, radians(84.66 + 18.206239 * k)],
  ];
  const dynamical = terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), mean);
  const beijing = dynamical - clockLag(2000 + k / 12.3685) / 86_400 + 8 / 24 - 2_440_587.5;
  return { day: Math.floor(beijing), secondsIntoDay: (beijing - Math.floor(beijing)) * 86_400 };
}

/** ΔT in seconds, Espenak and Meeus' polynomials; good to a second or two for 1941–2050, and what is expected after. */
function clockLag(year: number): number {
  if (year < 1961) return 29.07 + 0.407 * (year - 1950) - (year - 1950) ** 2 / 233 + (year - 1950) ** 3 / 2547;
  if (year < 1986) return 45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260 - (year - 1975) ** 3 / 718;
  const t = year - 2000;
  if (year < 2005)
    return 63.86 + 0.3345 * t - 0.060374 * t ** 2 + 0.0017275 * t ** 3 + 0.000651814 * t ** 4 + 0.00002373599 * t ** 5;
  if (year < 2050) return 62.92 + 0.32217 * t + 0.005589 * t ** 2;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}

function radians(degrees: number): number {
  return ((degrees % 360) * Math.PI) / 180;
}

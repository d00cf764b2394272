import countries from 'i18n-iso-countries';

/** All names of a country in a language, by ISO 3166-1 alpha-2; inverted ones ("Korea, Republic of") are left out. */
export function countryNames(country: string, language: string): readonly string[] {
  const names = countries.getName(country, language, { select: 'all' }) ?? [];
  return names.filter((name) => !/[,،(（（]/.test(name));
}

/** The usual name of a country in a language. */
export function countryName(country: string, language: string): string | undefined {
  return countries.getName(country, language);
}

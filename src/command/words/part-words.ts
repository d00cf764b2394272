import type { Nature } from '#topic/explain-topic.ts';

/** How it is told what each part of a topic was taken for. */
export type PartWords = {
  /** `natures` in words, such as “person or country”. */
  readonly isKnown: (written: string, natures: string, languages: number) => string;
  /** What nobody can translate. */
  readonly isAsSpelt: (written: string, natures: string) => string;
  readonly natures: Readonly<Record<Nature, string>>;
  readonly partByPart: (told: readonly string[]) => string;
};

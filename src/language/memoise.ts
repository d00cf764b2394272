/**
 * Remembers the answers of a pure function of one string. It forgets everything when `limit` answers are held:
 * the words of the news come back at once, and no stream of odd words can fill the memory.
 */
export function memoise<Answer>(
  answer: (question: string) => Answer,
  limit: number,
): (question: string) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const remembered = known.get(question);
    if (remembered !== undefined) return remembered;
    const found = answer(question);
    if (known.size >= limit) known.clear();
    known.set(question, found);
    return found;
  };
}

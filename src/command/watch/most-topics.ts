/** More topics a channel does not watch: nobody could read what they bring. */
export const MOST_TOPICS = 50;

/** Characters of a reported mistake: room for a paragraph and a source, none for a book. */
export const longestMistakeText = 2000

/** What a part of a text for a terminal is, where it can be shown in colour. The words say it all without it. */
export type Style = 'heading' | 'good' | 'warning' | 'bad';

/** Gives a part of a text its colour. What it gives back stands in no column that is measured. */
export type Paint = (style: Style, text: string) => string;

/** For files, pipes, and whoever wants none. */
export const unpainted: Paint = (_style, text) => text;

/** The value of a field; several where the name repeats. */
export type FieldValue = string | number | readonly string[];

/** The fields of a message, in order. */
export type Fields = Readonly<Record<string, FieldValue>>;

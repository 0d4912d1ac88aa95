/** What happens, one thing after the other; each number is a time in ms to let pass. */
export type Script<T = void> = Generator<number, T>;

/** Where calls can be parked. Its values do not change; a list makes a new one. */
export interface ParkingLot {
  readonly name: string;
  readonly firstSpace: number;
  readonly lastSpace: number;
  /** How long a call stays before it goes back, in milliseconds; `undefined` for as long as it likes. */
  readonly timeoutMs: number | undefined;
}

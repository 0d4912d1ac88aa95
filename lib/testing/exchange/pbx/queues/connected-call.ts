import { filter, map, take } from 'rxjs';
import type { Channel } from '../channel.js';
import type { PbxEvent } from '../pbx-event.js';
import type { QueueCaller } from './queue-caller.js';
import type { QueueMember } from './queue-member.js';
import { secondsNow } from './seconds.js';

type Reason = 'caller' | 'agent' | 'transfer';

/**
 * A call of a caller and a member who talk. As in app_queue.c, its end is found out by what events
 * say of the channels, even if they have been replaced, or do something else by now.
 */
export class ConnectedCall {
  readonly #answeredAt: number;
  #callerId: string;
  #memberId: string;

  constructor(
    private readonly caller: QueueCaller,
    private readonly member: QueueMember,
    callee: Channel,
    private readonly isInTime: boolean,
  ) {
    this.#answeredAt = secondsNow(caller.channel.pbx);
    this.#callerId = caller.channel.uniqueid;
    this.#memberId = callee.uniqueid;
    member.answeredAt = this.#answeredAt;
  }

  /** Tells when it is over: `AgentComplete`. */
  watch(bridgeId: string): void {
    const { pbx } = this.caller.channel;
    pbx.events$
      .pipe(
        map((event) => this.#reasonOf(event, bridgeId)),
        filter((reason) => reason !== undefined),
        take(1),
      )
      .subscribe((reason) => {
        const complete = (): void => {
          this.#complete(reason);
        };
        // Another thread tells of it. That of 16 is slow: by then, a member who hangs up is gone.
        const isLate = pbx.version === '16' && reason === 'agent';
        pbx.soon(isLate ? () => pbx.soon(complete) : complete);
      });
  }

  #reasonOf({ name, fields }: PbxEvent, bridgeId: string): Reason | undefined {
    switch (name) {
      case 'HangupRequest':
      case 'SoftHangupRequest':
        if (fields['Uniqueid'] === this.#callerId) return this.#hangUp('caller', this.#callerId);
        if (fields['Uniqueid'] === this.#memberId) return this.#hangUp('agent', this.#memberId);
        return undefined;
      case 'BlindTransfer':
      case 'AttendedTransfer': {
        const bridges = [fields['BridgeUniqueid'], fields['OrigBridgeUniqueid']];
        const isOurs = [...bridges, fields['SecondBridgeUniqueid']].includes(bridgeId);
        return isOurs && fields['Result'] === 'Success' ? 'transfer' : undefined;
      }
      case 'LocalOptimizationBegin':
        this.#replace(fields);
        return undefined;
      default:
        return undefined;
    }
  }

  /** Who hangs up to transfer the other doesn't end the call by that. */
  #hangUp(reason: Reason, uniqueid: string): Reason | undefined {
    const variables = this.caller.channel.pbx.channels.get(uniqueid)?.variables;
    const transfers = ['BLINDTRANSFER', 'ATTENDEDTRANSFER'].some(
      (name) => (variables?.get(name) ?? '') !== '',
    );
    return transfers ? undefined : reason;
  }

  /** A Local channel gets out of the way of the channel behind it. */
  #replace(fields: PbxEvent['fields']): void {
    const source = String(fields['SourceUniqueid']);
    if (fields['LocalOneUniqueid'] === this.#memberId) this.#memberId = source;
    else if (fields['LocalTwoUniqueid'] === this.#callerId) this.#callerId = source;
  }

  #complete(reason: Reason): void {
    const { caller, member } = this;
    const { pbx } = caller.channel;
    const talkTime = secondsNow(pbx) - this.#answeredAt;
    pbx.emit('AgentComplete', ['agent'], {
      // Channels that are gone by now are left out.
      ...pbx.channels.get(this.#callerId)?.fields(),
      ...pbx.channels.get(this.#memberId)?.fields('Dest'),
      Queue: caller.queue.name,
      Interface: member.interface,
      MemberName: member.name,
      HoldTime: this.#answeredAt - caller.since,
      TalkTime: talkTime,
      Reason: reason,
    });
    // A member who has taken another call meanwhile is in that one.
    if (member.answeredAt !== this.#answeredAt) return;
    member.answeredAt = 0;
    member.calls++;
    member.lastCall = secondsNow(pbx);
    pbx.queues.pending.delete(member.interface);
    caller.queue.figures.complete(talkTime, this.isInTime);
  }
}

import fc from 'fast-check';
import { mailboxKind } from '../../../lib/live/mailboxes/mailbox-model.js';
import { entriesOf } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';

const users = entriesOf('a22-lists-idle', 'VoicemailUserEntry');

/** No recording has this event: written by the catalogue, and `main/manager_mwi.c`. */
function waiting(mailbox: string, now: number, old = 0): ReturnType<typeof eventOf> {
  return eventOf('MessageWaiting', {
    Privilege: 'call,all',
    Mailbox: mailbox,
    Waiting: now > 0 ? '1' : '0',
    New: String(now),
    Old: String(old),
  });
}

function user(mailbox: string, now: number, old = 0): ReturnType<typeof eventOf> {
  return eventOf('VoicemailUserEntry', {
    VMContext: 'default',
    VoiceMailbox: mailbox,
    Fullname: 'Somebody',
    NewMessageCount: String(now),
    OldMessageCount: String(old),
  });
}

describe('mailboxes', () => {
  it('are read from the list, without aliases', () => {
    const tracked = new Tracked(mailboxKind).seed({ VoicemailUsersList: users });
    const empty = { isWaiting: false, newMessages: 0, oldMessages: 0 };
    expect(tracked.keys).toEqual(['1234@default', '1234@other']);
    expect(tracked.state).toEqual([
      { mailbox: '1234', context: 'default', fullName: 'Example Mailbox', ...empty },
      { mailbox: '1234', context: 'other', fullName: 'Company2 User', ...empty },
    ]);
    expect(tracked.asked).toEqual(['VoicemailUsersList']);
  });

  it('are read from the other list where voicemail is elsewhere', () => {
    // By `res/res_mwi_external_ami.c`.
    const entry = eventOf('MWIGet', { Mailbox: '100', OldMessages: '1', NewMessages: '2' });
    const tracked = new Tracked(mailboxKind).seed({ 'MWIGet /.*/': [entry] });
    expect(tracked.asked).toEqual(['VoicemailUsersList', 'MWIGet /.*/']);
    expect(tracked.state).toEqual([
      {
        mailbox: '100',
        context: undefined,
        fullName: undefined,
        isWaiting: true,
        newMessages: 2,
        oldMessages: 1,
      },
    ]);
  });

  it('change with events', () => {
    const tracked = new Tracked(mailboxKind)
      .seed({ VoicemailUsersList: users })
      .take(waiting('1234@default', 1), waiting('1234@default', 1), waiting('1234@default', 0, 1));
    expect(tracked.story).toEqual([
      'added 1234@default seed',
      'added 1234@other seed',
      'updated 1234@default MessageWaiting',
      'updated 1234@default MessageWaiting',
    ]);
    expect(tracked.changes[2]?.value).toMatchObject({
      fullName: 'Example Mailbox',
      isWaiting: true,
      newMessages: 1,
    });
    expect(tracked.get('1234@default')).toMatchObject({ isWaiting: false, oldMessages: 1 });
  });

  it('are known by events alone as well, and stay when no list has them', () => {
    const tracked = new Tracked(mailboxKind)
      .seed({ VoicemailUsersList: users })
      .take(waiting('1234@devices', 1))
      .check({ VoicemailUsersList: users });
    expect(tracked.get('1234@devices')).toMatchObject({ context: 'devices', newMessages: 1 });
  });

  it('go when they are listed no more', () => {
    const tracked = new Tracked(mailboxKind)
      .seed({ VoicemailUsersList: users })
      .seed({ VoicemailUsersList: users.slice(0, 1) });
    expect(tracked.keys).toEqual(['1234@default']);
  });

  it('are left alone where both lists are refused', () => {
    const tracked = new Tracked(mailboxKind).take(waiting('1@default', 3)).seed({});
    expect(tracked.keys).toEqual(['1@default']);
  });

  it('are not made of events that lack what matters', () => {
    const tracked = new Tracked(mailboxKind).take(
      eventOf('MessageWaiting', {}),
      eventOf('MessageWaiting', { Mailbox: '1@default' }),
      eventOf('MessageWaiting', { Mailbox: '1@default', New: 'many' }),
      eventOf('MessageWaiting', { Mailbox: '', New: '1' }),
    );
    tracked.seed({ VoicemailUsersList: [eventOf('VoicemailUserEntry', {})] });
    expect(tracked.changes).toEqual([]);
  });
});

it('end in the same state wherever the list comes', () => {
  const counts = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, fc.nat(6), fc.nat(6), fc.nat(6), fc.boolean(), (news, a, b, c, isCheck) => {
      const events = news.map((count, i) => waiting('1@default', count, i));
      const [asked = 0, came = 0, made = 0] = [a, b, c].sort((one, other) => one - other);
      const listed = user('1', news.slice(0, made).at(-1) ?? 0, Math.min(made, news.length) - 1);
      const tracked = new Tracked(mailboxKind)
        .take(...events.slice(0, asked))
        .seed({ VoicemailUsersList: [listed] }, { isCheck, meanwhile: events.slice(asked, came) })
        .take(...events.slice(came));
      const last = { newMessages: news.at(-1), oldMessages: news.length - 1 };
      expect(tracked.get('1@default')).toMatchObject(last);
    }),
  );
});

import { ActionError, createAction } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import { call, channelIds } from '../support/calls.js';
import type { NamedFields } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { all, errorOf, next } from '../support/wait-for.js';

function callTo(extension: string, fields: NamedFields = {}) {
  return {
    Channel: `Local/${extension}@default/n`,
    Application: 'Wait',
    Data: 30,
    Async: true,
    ...fields,
  };
}

function originate(ami: AmiClient, extension: string, fields?: NamedFields) {
  return ami.action('Originate', callTo(extension, fields));
}

describe.each(controlledTargets)('An Originate on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });
  let ami: AmiClient;

  beforeEach(async () => {
    ami = await lab.online();
  });

  it('completes with its OriginateResponse when the call is answered', async () => {
    const [queued, answered, ...others] = await all(
      originate(ami, '101', { CallerID: 'A B <12>' }),
    );
    expect(others).toEqual([]);
    expect(queued?.get('Message')).toBe('Originate successfully queued');
    expect(answered?.toObject()).toMatchObject({
      Event: 'OriginateResponse',
      Response: 'Success',
      Reason: '4',
      CallerIDNum: '12',
      CallerIDName: 'A B',
    });
  });

  it.each([
    ['busy', '120', '5', {}],
    ['congested', '122', '8', {}],
    ['not answered', '121', '3', { Timeout: 300 }],
  ] as const)(
    'ends with an ActionError where the callee is %s',
    async (_, extension, Reason, more) => {
      const error = await errorOf(originate(ami, extension, more), ActionError);
      expect(error.message).toBe(`Originate: reason ${Reason}`);
      expect(error.response.toObject()).toMatchObject({ Response: 'Failure', Reason });
      expect(error.actionId).toBe(error.response.actionId);
    },
  );

  it.each([
    ['an extension that is not there', { Exten: 'none', Context: 'default', Priority: 1 }],
    ['no channel', { Channel: undefined }],
    ['a channel of no technology', { Channel: 'garbage' }],
  ])('is refused at once for %s', async (_, more) => {
    const responses: string[] = [];
    ami.event('OriginateResponse').subscribe(({ Event }) => responses.push(Event));
    const fields = 'Exten' in more ? { ...more, Application: undefined } : more;
    const action = createAction('Originate', callTo('101', fields));
    const error = await errorOf(ami.action(action), ActionError);
    expect(error.response.get('Message')).toMatch(
      /^(Extension does not exist\.|Channel not specified|Invalid channel)$/,
    );
    await next(ami.request('Ping'));
    expect(responses).toEqual([]);
  });

  it('to an extension that the Local channel does not find fails later', async () => {
    const error = await errorOf(originate(ami, 'none'), ActionError);
    expect(error.response.toObject()).toMatchObject({ Response: 'Failure', Reason: '0' });
  });

  it('can be cancelled by hanging its channel up', async () => {
    const ChannelId = 'spec-cancelled';
    const ringing = next(ami.event('Newchannel'), ({ Uniqueid }) => Uniqueid === ChannelId);
    const failed = errorOf(originate(ami, '121', { ChannelId }), ActionError);
    await next(ami.request('Hangup', { Channel: (await ringing).Channel }));
    expect((await failed).response.toObject()).toMatchObject({
      Response: 'Failure',
      Uniqueid: ChannelId,
    });
  });

  it('of another client is an event, and no answer to ours', async () => {
    const other = await lab.online();
    const heard = next(ami.event('OriginateResponse'), ({ Response }) => Response === 'Success');
    const [ours, theirs] = await Promise.all([
      errorOf(originate(ami, '121', { Timeout: 600 }), ActionError),
      call(other, '110'),
    ]);
    expect((await heard).ActionID).toBe(theirs.actionId);
    expect(ours.response.get('Reason')).toBe('3');
  });

  it('may be one of many', async () => {
    const ids = channelIds(20);
    const answers = await Promise.all(
      ids.map((ChannelId, i) => all(originate(ami, i % 2 === 0 ? '101' : '110', { ChannelId }))),
    );
    expect(answers.map((messages) => messages.at(-1)?.get('Uniqueid'))).toEqual(ids);
  });

  it('fails later where its ChannelId is taken; to Asterisk 22, by what only begins like it', async () => {
    ami = await lab.online({ explained: ['truncated-message'] });
    await call(ami, '110', { ChannelId: 'taken-10' });
    const failure = await errorOf(originate(ami, '110', { ChannelId: 'TAKEN-10' }), ActionError);
    expect(failure.response.get('Reason')).toBe('0');
    const beginning = await all(originate(ami, '110', { ChannelId: 'taken-1' })).then(
      () => 'answered',
      (error: unknown) => (error instanceof ActionError ? error.message : error),
    );
    expect(beginning).toBe(version === '16' ? 'answered' : 'Originate: reason 0');
    // A channel that has failed so is never quite gone, and would keep the server from stopping.
    await lab.server.kill();
    await lab.server.start();
  });

  it('as a request says only that it is queued', async () => {
    const fields = { Channel: 'Local/110@default/n', Application: 'Wait', Data: 30, Async: true };
    const queued = await next(ami.request('Originate', fields));
    expect(queued.message).toBe('Originate successfully queued');
  });
});

import { asked, Lab } from '../support/lab.js';
import type { Answers } from '../support/lab.js';

const queued = { Message: 'Originate successfully queued' };

describe('the recipe of click to call', () => {
  const lab = new Lab();
  const call = async (answers: Answers): Promise<{ lines: string[]; asked: string[] }> => {
    const server = await lab.server(answers);
    const program = await lab.start('docs/recipes/click-to-call.md', { AMI_URL: server.url }, [
      'PJSIP/bob',
      '200',
    ]);
    expect(await program.ended).toEqual({ code: 0 });
    return { lines: program.lines, asked: asked(server) };
  };

  it('tells of a call that is answered', async () => {
    const { lines, asked } = await call({
      Originate: (request) => {
        expect(request.action.toObject()).toMatchObject({
          Channel: 'PJSIP/bob',
          Exten: '200',
          Async: 'yes',
          CallerID: 'Click to call <200>',
        });
        const id = request.get('ChannelId');
        request.respond('Success', queued);
        const state = 'ChannelState: 5\r\nChannelStateDesc: Ringing';
        const ids = `Uniqueid: ${id}\r\nLinkedid: ${id}`;
        request.session.send(
          `Event: Newstate\r\nChannel: PJSIP/bob-00000001\r\n${state}\r\n${ids}\r\n\r\n`,
        );
        request.sendEvent('OriginateResponse', { Response: 'Success', Reason: 4 });
      },
    });
    expect(lines).toEqual(['queued', 'ringing', 'answered']);
    expect(asked).toEqual(['Originate', 'Logoff']);
  }, 30_000);

  it('tells of a call that comes to nothing', async () => {
    const { lines } = await call({
      Originate: (request) => {
        request.respond('Success', queued);
        request.sendEvent('OriginateResponse', { Response: 'Failure', Reason: 5 });
      },
    });
    expect(lines).toEqual(['queued', 'failed: busy']);
  }, 30_000);

  it('tells of a call that is refused', async () => {
    const { lines } = await call({
      Originate: (request) => {
        request.respond('Error', { Message: 'Extension does not exist.' });
      },
    });
    expect(lines).toEqual(['failed: Originate: Extension does not exist.']);
  }, 30_000);

  it('tells that nobody knows, when the connection is lost', async () => {
    const { lines } = await call({
      Originate: (request) => {
        request.session.destroy();
      },
    });
    expect(lines).toEqual([expect.stringMatching(/^the phone may ring: Originate/)]);
  }, 30_000);
});

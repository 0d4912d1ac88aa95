import { action, documentation, event } from './documentation.js';

describe('Asterisk’s documentation', () => {
  it('is read with what it includes from elsewhere', () => {
    const { events } = documentation(
      event('One', '<parameter name="Cause"><para>x</para></parameter><parameter name="Text"/>') +
        event(
          'Two',
          `<xi:include xpointer="xpointer(/docs/managerEvent[@name='One']/managerEventInstance/syntax/parameter[@name='Cause'])"/>
           <xi:include xpointer="xpointer(docs/managerEvent[@name='One']/managerEventInstance/syntax/parameter[@name='Text'])"/>`,
        ),
    );
    expect(events[1]?.fields).toEqual([
      { name: 'Cause', words: [] },
      { name: 'Text', words: [] },
    ]);
  });

  it('is read with its snapshots', () => {
    const { events, macros } = documentation(
      event('One', '<channel_snapshot/><channel_snapshot prefix="Dest"/>', 'module="app_dial"'),
    );
    expect(macros.get('channel_snapshot')).toEqual([
      'Channel',
      'ChannelState',
      'Uniqueid',
      'Linkedid',
    ]);
    expect(events).toEqual([
      {
        name: 'One',
        module: 'app_dial',
        classes: ['call'],
        fields: [],
        snapshots: [
          { macro: 'channel_snapshot', prefix: '' },
          { macro: 'channel_snapshot', prefix: 'Dest' },
        ],
      },
    ]);
  });

  it('says what is required, and which words there are', () => {
    const { actions } = documentation(
      action('Login', '<parameter name="ActionID"/>') +
        action(
          'Mute',
          `<xi:include xpointer="xpointer(/docs/manager[@name='Login']/syntax/parameter[@name='ActionID'])"/>
           <parameter name="State" required="true"><enumlist><enum name="on"/><enum name="off"/></enumlist></parameter>
           <parameter name="Soft" required="false"/>`,
        ),
    );
    expect(actions[1]?.fields).toEqual([
      { name: 'ActionID', words: [] },
      { name: 'State', required: true, words: ['on', 'off'] },
      { name: 'Soft', required: false, words: [] },
    ]);
  });

  it('has events in the responses of actions', () => {
    const list = event('Entry', '<parameter name="Name"/>');
    const { events } = documentation(
      `<manager name="List"><syntax/><responses><list-elements>${list}</list-elements></responses></manager>`,
    );
    expect(events.map(({ name }) => name)).toEqual(['Entry']);
  });

  it('is refused where it includes in a way that is not known', () => {
    expect(() => documentation(event('One', '<xi:include xpointer="id(x)"/>'))).toThrow('pointer');
  });
});
